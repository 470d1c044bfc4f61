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
using NaccsCert.Messages.Tls;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Transport;

/// <summary>
/// Sends HTTPS requests to pinned servers: TLS 1.2 or 1.3, through whatever proxy there is, no redirects, bounded responses,
/// bounded time, and every failure as an error with an id. One exchange at a time.
/// </summary>
internal sealed class PinnedHttpClient : IDisposable
{
    private const int MaxServers = 8;

    private readonly IClock _clock;
    private readonly NetworkOptions _options;
    private readonly ServerTrust _trust;
    private readonly ClientCertificateOffer? _offer;
    private readonly HttpMessageHandler _handler;
    private readonly HttpClient _client;
    private readonly IProgress<HttpExchange>? _exchanges;
    private RequestTimings? _timings;
    private IReadOnlyList<byte[]> _handshakeCertificates = [];
    private string _host = string.Empty;
    private ConnectionInfo _connection = ConnectionInfo.None;

    /// <summary>Sets the client up; <see cref="HttpClientFactory"/> calls this.</summary>
    public PinnedHttpClient(
        HttpClientFactory factory,
        IReadOnlyList<TrustAnchor> anchors,
        ServiceNetwork network,
        X509Certificate2? clientCertificate,
        IProgress<HttpExchange>? exchanges)
    {
        (_clock, _options, _exchanges) = (factory.Clock, factory.Options, exchanges);
        _offer = clientCertificate is null ? null : new ClientCertificateOffer();
        _trust = new ServerTrust(anchors, network.AllowsTlsInspection, factory.Clock);
        Proxies = new ProxyResolver(_options, network);
        _handler = factory.Handlers.Create(Proxies.ForHandler, Proxies.SignIn, clientCertificate, TlsVersions.Allowed, new ConnectionEvents
        {
            Connecting = () => _timings?.Enter(HttpStage.Connect),
            Connected = Connected,
            HandshakeBeginning = () => _timings?.Enter(HttpStage.TlsHandshake),
            ClientCertificateRequested = IsOffered,
            Evaluate = Evaluate,
            Secured = Secured,
        });

        // The deadline of each exchange covers the body too, which this timeout would not.
        _client = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Chooses the route to servers.</summary>
    public ProxyResolver Proxies { get; }

    /// <summary>What the connection of the last exchange showed.</summary>
    public ConnectionInfo Connection => _connection;

    /// <summary>
    /// Whether the request of the last exchange may have reached the server: a server was on the other end that is one of the
    /// service's. Where the platform tells little of its connections, this is rather said too often.
    /// </summary>
    public bool MayHaveArrived { get; private set; }

    /// <summary>The service's clock minus this computer's, by the last answer that told; null when none did.</summary>
    public TimeSpan? ClockSkew { get; private set; }

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
        int withheld = 0;
        while (true)
        {
            using HttpRequestMessage request = compose();
            try
            {
                return await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (ClientCertificateWithheldException exception)
            {
                // Behind one name there may be several servers, each with a certificate of its own.
                if (++withheld > MaxServers)
                {
                    throw new NaccsException(
                        ErrorId.TlsHandshakeFailed, HostNames.Of(request.RequestUri!), exception, Strings.Format(StringId.ClientCertificateWithheld));
                }
            }
            catch (NaccsException error) when (error.ErrorId == ErrorId.ProxyCredentialRefused)
            {
                if (!Proxies.SignIn.Advance())
                {
                    throw;
                }

                NaccsCertEventSource.Log.ProxyCredentialRefused(error.Target);
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
        bool isWithheld = false;
        var timings = new RequestTimings(_options.Timeouts, HttpStage.ProxySelection, cancellationToken);
        (_timings, _host) = (timings, address.IdnHost);
        MayHaveArrived = false;
        _offer?.Reset();
        try
        {
            _connection = _connection.Before(await Proxies.ResolveAsync(address, timings.Token).ConfigureAwait(false));
            timings.Enter(FirstStage);
            NaccsCertEventSource.Log.RequestSending(request.Method.Method, address.AbsoluteUri);
            using HttpResponseMessage response = await BlockingCall.RunAsync(
                () => _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timings.Token), timings.Token).ConfigureAwait(false);

            // On .NET Framework a read that waits for the server is ended only by closing its connection.
            using CancellationTokenRegistration closing = timings.Token.Register(response.Dispose);
            timings.Enter(HttpStage.Body);
            status = (int)response.StatusCode;
            NaccsCertEventSource.Log.ResponseBeginning(address.AbsoluteUri, status);
            HttpErrors.ThrowIfProxyRefused(response, address, _connection, Proxies.SignIn);
            HttpReply reply = await ReadAsync(response, address, timings.Token).ConfigureAwait(false);
            NaccsCertEventSource.Log.ResponseReceived(address.AbsoluteUri, status);
            return reply;
        }
        catch (Exception exception) when (exception is not (NaccsException or OutOfMemoryException))
        {
            // What was closed under the stack because of the user fails in many ways.
            cancellationToken.ThrowIfCancellationRequested();
            _connection = _connection with { Alert = TlsAlerts.Of(exception) };
            isWithheld = Causes.Of(exception).Any(cause => cause is ClientCertificateWithheldException);
            throw isWithheld
                ? new ClientCertificateWithheldException()
                : HttpErrors.Translate(exception, address, _connection, Proxies, timings);
        }
        finally
        {
            _timings = null;

            // The last stage is over only now, and its time is to be told.
            timings.Dispose();
            _connection = _connection.After(timings);
            MayHaveArrived = (_connection.IsSecured || address.Scheme == Uri.UriSchemeHttp) && timings.Stage >= HttpStage.FirstByte;
            if (!isWithheld)
            {
                _exchanges?.Report(new HttpExchange(request.Method.Method, address, status, timings.Elapsed));
            }
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
            Challenges = [.. response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme)],
            Location = response.Headers.Location?.ToString(),
            Date = date,
        };
    }

    private Func<byte[], bool> Connected()
    {
        _timings?.Enter(_connection.Proxy is null ? HttpStage.TlsHandshake : HttpStage.Tunnel);
        _handshakeCertificates = [];
        return new ServerCertificateReader(certificates => _handshakeCertificates = certificates).Read;
    }

    private bool Evaluate(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        bool isTrusted = Judge(certificate, chain, errors);
        if (isTrusted)
        {
            _timings?.Enter(HttpStage.FirstByte);
        }

        return isTrusted;
    }

    private bool Judge(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        ServerTrustResult trust = _trust.Evaluate(certificate, chain, errors);
        _connection = _connection with { ServerTrust = trust };
        if (trust.IsTrusted)
        {
            _offer?.Accept(certificate!);
        }

        return trust.IsTrusted;
    }

    private bool IsOffered(X509Certificate server, IReadOnlyList<string> issuers)
    {
        if (_handshakeCertificates.Count > 0)
        {
            ServerHandshake.Judge(server, _handshakeCertificates, _host, Judge);
        }

        bool isShown = _offer?.Allows(server) ?? false;
        _connection = _connection with
        {
            ClientCertificateRequested = true,
            AcceptedIssuers = issuers,
            ClientCertificateShown = isShown,
        };
        return isShown;
    }

    private void Secured(SslProtocols version)
    {
        _connection = _connection with { TlsVersion = TlsVersions.Name(version) };
        _offer?.ThrowIfWithheld();
        _timings?.Enter(HttpStage.FirstByte);
    }

    // At the ends of the calendar there is no month before or after to look for a maintenance window in.
    private static DateTimeOffset? Believable(DateTimeOffset? date) => date is { Year: > 1900 and < 9000 } ? date : null;

    private static string? Field(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
