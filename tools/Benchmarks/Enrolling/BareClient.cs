using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>The requests of an enrollment with an HttpClient as it comes (RFC 7030), over a connection of its own.</summary>
internal sealed class BareClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _address;

    /// <summary>Makes a client; nothing is connected yet.</summary>
    /// <param name="address">The root of the EST operations.</param>
    /// <param name="root">The root that the server must chain to.</param>
    public BareClient(Uri address, X509Certificate2 root)
    {
        _client = NewHttpClient(root);
        _address = address.AbsoluteUri;
    }

    /// <summary>The time spent on exchanges so far.</summary>
    public TimeSpan Wire { get; private set; }

    /// <summary>Makes an HttpClient with a connection of its own.</summary>
    /// <param name="root">The root that the server must chain to.</param>
    public static HttpClient NewHttpClient(X509Certificate2 root)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { root },
        };
        return new HttpClient(handler);
    }

    /// <summary>Section 4.1.</summary>
    public async Task<SignedCms> GetCACertificatesAsync() =>
        Decode(await ExchangeAsync(HttpMethod.Get, "cacerts", HttpStatusCode.OK).ConfigureAwait(false));

    /// <summary>Section 4.5; what the service csrAttributes is read and not heeded.</summary>
    public Task GetCsrAttributesAsync() => ExchangeAsync(HttpMethod.Get, "csrattrs", HttpStatusCode.OK);

    /// <summary>Section 4.2.1: without credentials, which is challenged, then with them.</summary>
    public async Task<SignedCms> EnrollAsync(byte[] request, CodeSet set)
    {
        string body = Convert.ToBase64String(request, Base64FormattingOptions.InsertLineBreaks) + "\r\n";
        await ExchangeAsync(HttpMethod.Post, "simpleenroll", HttpStatusCode.Unauthorized, body).ConfigureAwait(false);
        string token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{set.Code1}:{set.Code2}{set.Code3}"));
        return Decode(await ExchangeAsync(HttpMethod.Post, "simpleenroll", HttpStatusCode.OK, body, token).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static SignedCms Decode(string text)
    {
        var message = new SignedCms();
        message.Decode(Convert.FromBase64String(text));
        return message;
    }

    private async Task<string> ExchangeAsync(
        HttpMethod method, string operation, HttpStatusCode expected, string? body = null, string? token = null)
    {
        var watch = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(method, $"{_address}/{operation}");
        if (body is not null)
        {
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/pkcs10"));
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", token);
        }

        using HttpResponseMessage response = await _client.SendAsync(request).ConfigureAwait(false);
        string text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        Wire += watch.Elapsed;
        return response.StatusCode == expected
            ? text
            : throw new InvalidOperationException($"{operation}: {(int)response.StatusCode} {text}");
    }
}
