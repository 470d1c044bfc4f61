using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Scep;

/// <summary>A client of a sandbox that speaks SCEP over plain HTTP, at the address that its definition names.</summary>
internal sealed class ScepClient : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public ScepClient(SandboxProcess sandbox)
    {
        using JsonDocument definition = JsonDocument.Parse(File.ReadAllText(sandbox.ServiceDefinitionPath));
        Definition = definition.RootElement.GetProperty("enrollment").Clone();
        Url = Definition.GetProperty("url").GetString()!;
        Authority = X509CertificateLoader.LoadCertificateFromFile(sandbox.ClientCaPath);
    }

    public JsonElement Definition { get; }

    public string Url { get; }

    /// <summary>The CA, to which envelopes are addressed where there is no registration authority.</summary>
    public X509Certificate2 Authority { get; }

    public static Task<SandboxProcess> StartSandboxAsync(SandboxOptions options, string behavior = "") =>
        Behavior.Misbehaving.StartAsync($"--protocol Scep --plain-http {behavior}", options);

    public void Dispose()
    {
        _http.Dispose();
        Authority.Dispose();
    }

    public Task<HttpResponseMessage> GetAsync(string query) => _http.GetAsync($"{Url}?{query}", TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(byte[] message) =>
        _http.PostAsync($"{Url}?operation=PKIOperation", new ByteArrayContent(message), TestContext.Current.CancellationToken);

    /// <summary>Posts a message.</summary>
    /// <returns>The answer, which must be one.</returns>
    public async Task<ScepReply> SendAsync(byte[] message)
    {
        using HttpResponseMessage reply = await PostAsync(message);
        return await ReadAsync(reply);
    }

    /// <summary>Sends a message in the query.</summary>
    public async Task<ScepReply> SendInQueryAsync(byte[] message)
    {
        using HttpResponseMessage reply = await GetAsync($"operation=PKIOperation&message={Uri.EscapeDataString(Convert.ToBase64String(message))}");
        return await ReadAsync(reply);
    }

    private static async Task<ScepReply> ReadAsync(HttpResponseMessage reply)
    {
        byte[] content = await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.StatusCode == HttpStatusCode.OK, System.Text.Encoding.UTF8.GetString(content));
        Assert.Equal("application/x-pki-message", reply.Content.Headers.ContentType?.MediaType);
        return new ScepReply(content);
    }
}
