using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;
using NaccsCert.Diagnostics;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Transport;

/// <summary>
/// The one place that speaks HTTP: TLS 1.2 or 1.3 to pinned servers, through whatever proxy there is, no redirects,
/// bounded answers, bounded time, and every failure as an error with an identity. One exchange at a time.
/// </summary>
internal sealed class PinnedHttpClient : IDisposable
{
    private readonly IClock _clock;
    private readonly NetworkOptions _options;
    private readonly ServerTrust _trust;
    private readonly HttpMessageHandler _handler;
    private readonly HttpClient _client;
    private readonly List<HttpExchange> _exchanges = [];
    private RequestTimings? _progress;
    private ConnectionInfo _connection = ConnectionInfo.None;

    /// <summary>Opens the httpClient.</summary>
    /// <param name="definition">The definition whose anchors servers must chain to.</param>
    /// <param name="clientCertificate">The certificate to sign in with, joined to its key; null for none.</param>
    /// <param name="clock">The time for which chains must be valid.</param>
    /// <param name="options">The user's choices about the way.</param>
    public PinnedHttpClient(ServiceDefinition definition, X509Certificate2? clientCertificate, IClock clock, NetworkOptions options)
    {
        (_clock, _options) = (clock, options);
        _trust = new ServerTrust(definition, clock);
        Route = new ProxyResolver(options, definition.Network);
        _handler = HttpHandlers.Create(Route, clientCertificate, TlsVersions.Allowed, new ConnectionEvents
        {
            Connecting = () => _progress?.Enter(HttpStage.Connect),
            Connected = () => _progress?.Enter(_connection.Proxy is null ? HttpStage.TlsHandshake : HttpStage.Tunnel),
            HandshakeBeginning = () => _progress?.Enter(HttpStage.TlsHandshake),
            ClientCertificateRequested = () => _connection = _connection with { ClientCertificateRequested = true },
            Judge = Judge,
            Secured = Secured,
        });

        // The deadline of each exchange covers the body too, which this timeout would not.
        _client = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The way to servers.</summary>
    public ProxyResolver Route { get; }

    /// <summary>What the connection of the last exchange showed.</summary>
    public ConnectionInfo Connection => _connection;

    /// <summary>The service's clock minus this computer's, by the last answer that told; null when none did.</summary>
    public TimeSpan? ClockSkew { get; private set; }

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
    public Task<HttpReply> GetAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    /// <summary>
    /// Sends a request and reads the whole answer. What a proxy has refused never reached the server, so it is sent again
    /// with the next credentials, where there are any.
    /// </summary>
    /// <param name="compose">Makes the request.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The answer, whatever its status but a demand of the proxy. A redirect is not followed.</returns>
    /// <exception cref="NaccsException">The exchange failed.</exception>
    public async Task<HttpReply> SendAsync(Func<HttpRequestMessage> compose, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using HttpRequestMessage request = compose();
                return await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (NaccsException fault) when (fault.ErrorId == ErrorId.ProxyCredentialRefused && Route.Keys.Advance())
            {
                NaccsCertEventSource.Log.ProxyCredentialRefused(fault.Target);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<HttpReply> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        int status = 0;
        _connection = _connection.Before(Route.To(address));
        var progress = new RequestTimings(_options.Timeouts, FirstStage, cancellationToken);
        _progress = progress;
        try
        {
            NaccsCertEventSource.Log.RequestSending(request.Method.Method, address.AbsoluteUri);
            using HttpResponseMessage response = await _client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, progress.Token).ConfigureAwait(false);

            // On .NET Framework a read that waits for the server is ended only by closing its connection.
            using CancellationTokenRegistration closing = progress.Token.Register(response.Dispose);
            progress.Enter(HttpStage.Body);
            status = (int)response.StatusCode;
            NaccsCertEventSource.Log.ResponseBeginning(address.AbsoluteUri, status);
            HttpErrors.RefuseProxy(response, address, Route);
            HttpReply reply = await ReadAsync(response, address, progress.Token).ConfigureAwait(false);
            NaccsCertEventSource.Log.ResponseReceived(address.AbsoluteUri, status);
            return reply;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && HttpErrors.Translate(exception, address, _connection, Route, progress) is { } fault)
        {
            throw fault;
        }
        finally
        {
            _progress = null;

            // The last stage is over only now, and its time is to be told.
            progress.Dispose();
            _connection = _connection.After(progress);
            _exchanges.Add(new HttpExchange(request.Method.Method, address, status, progress.Elapsed));
        }
    }

    // The .NET Framework does not tell when a connection is made, so the first exchange is taken to begin with one.
    private HttpStage FirstStage => _connection.IsSecured ? HttpStage.FirstByte : HttpStage.Connect;

    private async Task<HttpReply> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        DateTimeOffset? date = Believable(response.Headers.Date);
        ClockSkew = (date - _clock.UtcNow) ?? ClockSkew;
        return new HttpReply
        {
            StatusCode = (int)response.StatusCode,
            Body = await BoundedBody.ReadAsync(response.Content, address, cancellationToken).ConfigureAwait(false),
            RetryAfter = Field(response.Headers, "Retry-After"),
            ChallengesBasic = response.Headers.WwwAuthenticate
                .Any(challenge => string.Equals(challenge.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)),
            Location = response.Headers.Location?.ToString(),
            Date = date,
        };
    }

    private bool Judge(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        ServerTrustResult verdict = _trust.Judge(certificate, chain, errors);
        _connection = _connection with { ServerTrust = verdict };
        if (verdict.IsTrusted)
        {
            _progress?.Enter(HttpStage.FirstByte);
        }

        return verdict.IsTrusted;
    }

    private void Secured(SslProtocols version)
    {
        _connection = _connection with { TlsVersion = version.ToString() };
        _progress?.Enter(HttpStage.FirstByte);
    }

    // At the ends of the calendar there is no month before or after to look for a maintenance window in.
    private static DateTimeOffset? Believable(DateTimeOffset? date) => date is { Year: > 1900 and < 9000 } ? date : null;

    private static string? Field(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
