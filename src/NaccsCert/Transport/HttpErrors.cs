using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using NaccsCert.Compat;
using NaccsCert.Resources;
using NaccsCert.Services;

namespace NaccsCert.Transport;

/// <summary>Gives a failed exchange the identity of its cause: the wall that was met, and whose it is.</summary>
internal static class HttpErrors
{
    /// <summary>Translates what the HTTP stack threw.</summary>
    /// <param name="exception">
    /// Any exception of the HTTP stack: with malformed messages it throws whatever its parsers, its authentication and the streams
    /// below it throw.
    /// </param>
    /// <param name="address">The address.</param>
    /// <param name="connection">What the connection showed.</param>
    /// <param name="proxies">The route, and what its proxy asked for.</param>
    /// <param name="timings">How far it came.</param>
    /// <returns>The error.</returns>
    public static NaccsException Translate(
        Exception exception, Uri address, ConnectionInfo connection, ProxyResolver proxies, RequestTimings timings)
    {
        if (timings.Token.IsCancellationRequested)
        {
            return new NaccsException(
                ErrorId.ConnectionTimedOut,
                HostNames.Of(address),
                exception,
                address.Port,
                Strings.Format(StageName(timings.Stage)),
                Math.Round(timings.Limit.TotalSeconds, 1));
        }

        return connection.ServerTrust is { Failure: not null } trust ? Untrusted(exception, address, trust)
            : HttpFailures.IsTlsFailure(exception)
                ? new NaccsException(ErrorId.TlsHandshakeFailed, HostNames.Of(address), exception, exception.GetBaseException().Message)
            : OfProxy(exception, address, connection.Proxy, proxies.SignIn, timings.Stage) ?? OfServer(exception, address);
    }

    /// <summary>
    /// Ends an exchange whose answer is a proxy's: it asks for credentials, or comes on a connection on which no certificate of the
    /// server was accepted. Some HTTP stacks hand out so what a proxy answers to CONNECT.
    /// </summary>
    /// <exception cref="NaccsException">It is one.</exception>
    public static void ThrowIfProxyRefused(HttpResponseMessage response, Uri address, ConnectionInfo connection, ProxyCredentials signIn)
    {
        if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            string offers = AuthenticationSchemes.Describe(response.Headers.ProxyAuthenticate.Select(challenge => challenge.Scheme));
            throw Unauthorized(null, address, connection.Proxy, signIn, offers);
        }

        if (address.Scheme == Uri.UriSchemeHttps && !connection.IsSecured)
        {
            throw new NaccsException(
                ErrorId.ProxyRefused, HostNames.Of(address), NameOf(connection.Proxy), $"HTTP {(int)response.StatusCode}");
        }
    }

    private static NaccsException Untrusted(Exception exception, Uri address, ServerTrustResult trust) => trust.Kind switch
    {
        ServerTrustKind.Inspected =>
            new NaccsException(ErrorId.TlsInspectionDetected, HostNames.Of(address), exception, trust.Issuer),
        ServerTrustKind.NotTimeValid => new NaccsException(
            ErrorId.ServerCertificateNotTimeValid, HostNames.Of(address), exception, trust.ValidityText, trust.TimeText),
        _ => new NaccsException(ErrorId.ServerNotTrusted, HostNames.Of(address), exception, trust.Failure!, trust.Issuer),
    };

    private static NaccsException? OfProxy(Exception exception, Uri address, Uri? proxy, ProxyCredentials signIn, HttpStage stage)
    {
        TunnelRefusal? refusal = HttpFailures.RefusalOf(exception);
        if (refusal is { AsksForCredentials: true })
        {
            return Unauthorized(exception, address, proxy, signIn, AuthenticationSchemes.Describe(refusal.Schemes));
        }

        if (refusal is { Status: null } && signIn.Asked.Count > 0)
        {
            return Unauthorized(exception, address, proxy, signIn, AuthenticationSchemes.Describe(signIn.Asked));
        }

        if (refusal is null && (proxy is null || stage is not (HttpStage.Connect or HttpStage.Tunnel)))
        {
            return null;
        }

        return HttpFailures.Malformation(exception) is { } malformation
            ? new NaccsException(ErrorId.ProxyResponseUnreadable, HostNames.Of(address), NameOf(proxy), malformation)
            : new NaccsException(
                refusal is null ? ErrorId.ProxyUnreachable : ErrorId.ProxyRefused,
                HostNames.Of(address),
                exception,
                NameOf(proxy),
                exception.GetBaseException().Message);
    }

    // Of a list of proxies, only the first is known.
    private static string NameOf(Uri? proxy) => proxy?.Authority ?? "-";

    private static NaccsException Unauthorized(
        Exception? exception, Uri address, Uri? proxy, ProxyCredentials signIn, string offers)
    {
        ErrorId errorId = signIn.Used is not null ? ErrorId.ProxyCredentialRefused
            : signIn.BasicWithheld ? ErrorId.ProxyBasicNotAllowed
            : ErrorId.ProxyAuthenticationRequired;
        return new NaccsException(errorId, HostNames.Of(address), exception, NameOf(proxy), offers);
    }

    private static NaccsException OfServer(Exception exception, Uri address)
    {
        Exception cause = exception.GetBaseException();
        return cause switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                new NaccsException(ErrorId.HostNotFound, HostNames.Of(address), exception),
            WebException { Status: WebExceptionStatus.NameResolutionFailure } =>
                new NaccsException(ErrorId.HostNotFound, HostNames.Of(address), exception),
            SocketException { SocketErrorCode: SocketError.TimedOut } => new NaccsException(
                ErrorId.ConnectionTimedOut, HostNames.Of(address), exception, address.Port, Strings.Format(StringId.StageConnect), "-"),
            _ when HttpFailures.Malformation(exception) is { } malformation =>
                new NaccsException(ErrorId.ResponseUnreadable, HostNames.Of(address), malformation),
            _ => new NaccsException(ErrorId.ConnectionFailed, HostNames.Of(address), exception, address.Port, cause.Message),
        };
    }

    private static StringId StageName(HttpStage stage) => stage switch
    {
        HttpStage.ProxySelection => StringId.StageProxySelection,
        HttpStage.Connect => StringId.StageConnect,
        HttpStage.Tunnel => StringId.StageTunnel,
        HttpStage.TlsHandshake => StringId.StageTlsHandshake,
        HttpStage.FirstByte => StringId.StageFirstByte,
        _ => StringId.StageBody,
    };
}
