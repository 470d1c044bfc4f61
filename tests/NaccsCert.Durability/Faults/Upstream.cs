using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace NaccsCert.Durability.Faults;

/// <summary>The true service, behind the one who answers in its place.</summary>
internal sealed class Upstream : IDisposable
{
    private static readonly string[] RequestFields = ["Authorization", "Content-Type", "Content-Transfer-Encoding"];
    private static readonly string[] ResponseFields = ["WWW-Authenticate", "Retry-After", "Content-Type", "Content-Transfer-Encoding"];

    private readonly HttpClient _client;

    /// <summary>Opens the way.</summary>
    /// <param name="origin">The service.</param>
    /// <param name="root">The root of its TLS certificate.</param>
    /// <param name="clientCertificate">The certificate of the client that is spoken for; null for none.</param>
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

    /// <summary>Passes a request on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The true answer.</returns>
    public async Task<Answer> AskAsync(HttpRequest request, byte[] body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path.Value);
        if (body.Length > 0)
        {
            message.Content = new ByteArrayContent(body);
        }

        foreach (string field in RequestFields.Where(field => request.Headers.ContainsKey(field)))
        {
            HttpHeaders headers = field.StartsWith("Content", StringComparison.Ordinal) && message.Content is { } content
                ? content.Headers
                : message.Headers;
            headers.TryAddWithoutValidation(field, (IEnumerable<string?>)request.Headers[field]);
        }

        using HttpResponseMessage answer = await _client.SendAsync(message, cancellationToken);
        return new Answer(
            (int)answer.StatusCode,
            await answer.Content.ReadAsByteArrayAsync(cancellationToken),
            [.. answer.Headers.Concat(answer.Content.Headers)
                .Where(field => ResponseFields.Contains(field.Key))
                .SelectMany(field => field.Value.Select(value => (field.Key, value)))]);
    }

    public void Dispose() => _client.Dispose();
}
