using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>Forwards requests to the service behind a server.</summary>
internal sealed class Upstream : IDisposable
{
    private static readonly string[] RequestFields = ["Authorization", "Content-Type", "Content-Transfer-Encoding"];
    private static readonly string[] ResponseFields = ["WWW-Authenticate", "Retry-After", "Content-Transfer-Encoding"];

    private readonly HttpClient _client;

    /// <summary>Makes a client of the service.</summary>
    /// <param name="origin">The origin of the service.</param>
    /// <param name="root">The root of its TLS certificate.</param>
    /// <param name="clientCertificate">The certificate of the client whose requests are forwarded; null for none.</param>
    public Upstream(Uri origin, X509Certificate2 root, X509Certificate2? clientCertificate)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(root);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
        };
        if (clientCertificate is not null)
        {
            handler.SslOptions.ClientCertificates = [clientCertificate];
        }

        _client = new HttpClient(handler) { BaseAddress = origin };
    }

    /// <summary>Forwards a request.</summary>
    /// <returns>The response of the service.</returns>
    public async Task<Reply> SendAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path);
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Body);
        }

        foreach (string field in RequestFields.Where(request.Fields.ContainsKey))
        {
            HttpHeaders headers = field.StartsWith("Content", StringComparison.Ordinal) && message.Content is { } content
                ? content.Headers
                : message.Headers;
            headers.TryAddWithoutValidation(field, request.Fields[field]);
        }

        using HttpResponseMessage response = await _client.SendAsync(message, cancellationToken);
        return new Reply(
            (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken), response.Content.Headers.ContentType?.ToString())
        {
            Fields =
            [
                .. response.Headers.Concat(response.Content.Headers)
                    .Where(field => ResponseFields.Contains(field.Key))
                    .SelectMany(field => field.Value.Select(value => (field.Key, value))),
            ],
        };
    }

    public void Dispose() => _client.Dispose();
}
