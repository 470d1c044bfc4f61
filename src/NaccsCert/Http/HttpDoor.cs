using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Tracing;

namespace NaccsCert.Http;

/// <summary>
/// The one place that speaks HTTP: TLS 1.2 or 1.3 to pinned servers, the system's proxy, no redirects, bounded
/// answers, bounded time, and every failure as an error with an identity.
/// </summary>
internal sealed class HttpDoor : IDisposable
{
    private static readonly TimeSpan LongestExchange = TimeSpan.FromSeconds(100);

    private readonly ProxyCredentials _proxyCredentials = new();
    private readonly HttpClientHandler _handler;
    private readonly HttpClient _client;
    private readonly List<HttpExchange> _exchanges = [];
    private ServerVerdict? _verdict;

    /// <summary>Opens the door.</summary>
    /// <param name="definition">The definition whose anchors servers must chain to.</param>
    /// <param name="clientCertificate">The certificate to sign in with, joined to its key; null for none.</param>
    /// <param name="clock">The time for which chains must be valid.</param>
    public HttpDoor(ServiceDefinition definition, X509Certificate2? clientCertificate, IClock clock)
    {
        var trust = new ServerTrust(definition.TrustAnchors, clock);
        _handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            ClientCertificateOptions = ClientCertificateOption.Manual,
            DefaultProxyCredentials = _proxyCredentials,
            SslProtocols = TlsVersions.Allowed,
            UseCookies = false,
            UseDefaultCredentials = false,
            ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) =>
                (_verdict = trust.Judge(certificate, chain, errors)).Anchor is not null,
        };
        if (clientCertificate is not null)
        {
            _handler.ClientCertificates.Add(clientCertificate);
        }

        // The deadline of each exchange covers the body too, which this timeout would not.
        _client = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Hands over what was exchanged since the last call.</summary>
    /// <returns>The exchanges in their order.</returns>
    public IReadOnlyList<HttpExchange> TakeExchanges()
    {
        HttpExchange[] exchanges = [.. _exchanges];
        _exchanges.Clear();
        return exchanges;
    }

    /// <summary>Fetches a resource.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NaccsException">The exchange failed.</exception>
    public Task<HttpAnswer> GetAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <param name="request">The request, which is used up.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The answer, whatever its status but a demand of the proxy. A redirect is not followed.</returns>
    /// <exception cref="NaccsException">The exchange failed.</exception>
    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        var watch = Stopwatch.StartNew();
        int status = 0;
        _verdict = null;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(LongestExchange);
        try
        {
            NaccsCertEventSource.Log.RequestSending(request.Method.Method, address.AbsoluteUri);
            using HttpResponseMessage response = await _client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);

            // On .NET Framework a read that waits for the server is ended only by closing its connection.
            using CancellationTokenRegistration closing = deadline.Token.Register(response.Dispose);
            status = (int)response.StatusCode;
            NaccsCertEventSource.Log.AnswerBeginning(address.AbsoluteUri, status);
            RefuseProxy(response, address);
            var answer = new HttpAnswer
            {
                StatusCode = status,
                Body = await BoundedBody.ReadAsync(response.Content, address, deadline.Token).ConfigureAwait(false),
                RetryAfter = Field(response.Headers, "Retry-After"),
                ChallengesBasic = response.Headers.WwwAuthenticate
                    .Any(challenge => string.Equals(challenge.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)),
                Location = response.Headers.Location?.ToString(),
                Date = Believable(response.Headers.Date),
            };
            NaccsCertEventSource.Log.AnswerReceived(address.AbsoluteUri, status);
            return answer;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && HttpFault.Translate(exception, address, _verdict, _proxyCredentials.Asked, deadline.IsCancellationRequested) is { } fault)
        {
            throw fault;
        }
        finally
        {
            request.Dispose();
            _exchanges.Add(new HttpExchange(request.Method.Method, address, status, watch.Elapsed));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private static void RefuseProxy(HttpResponseMessage response, Uri address)
    {
        if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            string schemes = string.Join(", ", response.Headers.ProxyAuthenticate.Select(challenge => challenge.Scheme));
            throw new NaccsException(ErrorId.ProxyAuthenticationRequired, address.Host, schemes);
        }
    }

    // At the ends of the calendar there is no month before or after to look for a maintenance window in.
    private static DateTimeOffset? Believable(DateTimeOffset? date) => date is { Year: > 1900 and < 9000 } ? date : null;

    private static string? Field(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
