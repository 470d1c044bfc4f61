using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Browsers;

/// <summary>A session with a browser, as far as a form needs one (W3C WebDriver).</summary>
internal sealed class WebDriverSession : IAsyncDisposable
{
    // W3C WebDriver, section 12.1: the member that identifies an element.
    private const string Element = "element-6066-11e4-a52e-4f735466cecf";

    // Section 6.6.
    private const string Timeout = "timeout";

    private readonly HttpClient _http;
    private string _path = "session";

    private WebDriverSession(Uri driver)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = driver };
    }

    /// <summary>Starts a browser.</summary>
    /// <param name="driver">The address of its driver.</param>
    /// <param name="capabilities">What it must be able to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WebDriverSession> StartAsync(Uri driver, JsonObject capabilities, CancellationToken cancellationToken)
    {
        var session = new WebDriverSession(driver);
        try
        {
            JsonNode? started = await session.SendAsync(
                HttpMethod.Post, string.Empty, new JsonObject { ["capabilities"] = new JsonObject { ["alwaysMatch"] = capabilities } }, cancellationToken);
            session._path = $"session/{started!["sessionId"]}";
            return session;
        }
        catch
        {
            session._http.Dispose();
            throw;
        }
    }

    /// <summary>Opens a page, and waits until it is there.</summary>
    public Task OpenAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "/url", new JsonObject { ["url"] = address.AbsoluteUri }, cancellationToken);

    /// <summary>Opens a page, and waits for it no longer than it was told at the start.</summary>
    /// <returns>Whether it came.</returns>
    public async Task<bool> TryOpenAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(address, cancellationToken);
            return true;
        }
        catch (WebDriverException exception) when (exception.Code == Timeout)
        {
            return false;
        }
    }

    /// <summary>The address of the page.</summary>
    public async Task<string> AddressAsync(CancellationToken cancellationToken) =>
        (string)(await SendAsync(HttpMethod.Get, "/url", body: null, cancellationToken))!;

    /// <summary>Types into a field.</summary>
    public async Task TypeAsync(string selector, string text, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Post, await FindAsync(selector, cancellationToken) + "/value", new JsonObject { ["text"] = text }, cancellationToken);

    /// <summary>Clicks. Whoever wants the page that follows waits for an element that it alone has.</summary>
    public async Task ClickAsync(string selector, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Post, await FindAsync(selector, cancellationToken) + "/click", [], cancellationToken);

    /// <summary>The text that an element shows, when it is there.</summary>
    public async Task<string> TextAsync(string selector, CancellationToken cancellationToken) =>
        (string)(await SendAsync(HttpMethod.Get, await FindAsync(selector, cancellationToken) + "/text", body: null, cancellationToken))!;

    /// <summary>Ends the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        using (HttpResponseMessage reply = await _http.DeleteAsync(_path))
        {
            _http.Dispose();
        }
    }

    private async Task<string> FindAsync(string selector, CancellationToken cancellationToken)
    {
        JsonNode? found = await SendAsync(
            HttpMethod.Post, "/element", new JsonObject { ["using"] = "css selector", ["value"] = selector }, cancellationToken);
        return $"/element/{found![Element]}";
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string command, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, _path + command);
        // The driver reads no body of unknown length.
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage reply = await _http.SendAsync(request, cancellationToken);
        JsonNode? value = (await reply.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["value"];
        return reply.IsSuccessStatusCode ? value : throw new WebDriverException((string?)value?["error"], $"{command}: {value}");
    }
}
