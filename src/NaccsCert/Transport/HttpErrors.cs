using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
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

        return connection.ServerTrust is { Failure: not null } trust
            ? Untrusted(exception, address, trust)
            : OfProxy(exception, address, connection.Proxy, proxies.SignIn, timings.Stage) ?? OfServer(exception, address);
    }

    /// <summary>Ends an exchange whose answer is a proxy's demand for credentials.</summary>
    /// <exception cref="NaccsException">It is one.</exception>
    public static void ThrowIfProxyRefused(HttpResponseMessage response, Uri address, Uri? proxy, ProxyCredentials signIn)
    {
        if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            string offers = AuthenticationSchemes.Describe(response.Headers.ProxyAuthenticate.Select(challenge => challenge.Scheme));
            throw Unauthorized(null, address, proxy, signIn, offers);
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
        if (proxy is null)
        {
            return null;
        }

        bool isRefused = HttpFailures.IsRefusedTunnel(exception);
        if (isRefused && signIn.Asked.Count > 0)
        {
            return Unauthorized(exception, address, proxy, signIn, AuthenticationSchemes.Describe(signIn.Asked));
        }

        if (!isRefused && stage is not (HttpStage.Connect or HttpStage.Tunnel))
        {
            return null;
        }

        return HttpFailures.Malformation(exception) is { } malformation
            ? new NaccsException(ErrorId.ProxyResponseUnreadable, HostNames.Of(address), proxy.Authority, malformation)
            : new NaccsException(
                isRefused ? ErrorId.ProxyRefused : ErrorId.ProxyUnreachable,
                HostNames.Of(address),
                exception,
                proxy.Authority,
                exception.GetBaseException().Message);
    }

    private static NaccsException Unauthorized(
        Exception? exception, Uri address, Uri? proxy, ProxyCredentials signIn, string offers)
    {
        ErrorId errorId = signIn.Used is not null ? ErrorId.ProxyCredentialRefused
            : signIn.BasicWithheld ? ErrorId.ProxyBasicNotAllowed
            : ErrorId.ProxyAuthenticationRequired;
        return new NaccsException(errorId, HostNames.Of(address), exception, proxy?.Authority ?? "-", offers);
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
            AuthenticationException => new NaccsException(ErrorId.TlsHandshakeFailed, HostNames.Of(address), exception, cause.Message),
            _ when exception.InnerException is AuthenticationException =>
                new NaccsException(ErrorId.TlsHandshakeFailed, HostNames.Of(address), exception, cause.Message),
            _ when HttpFailures.Malformation(exception) is { } malformation =>
                new NaccsException(ErrorId.ResponseUnreadable, HostNames.Of(address), malformation),
            _ => new NaccsException(ErrorId.ConnectionFailed, HostNames.Of(address), exception, address.Port, cause.Message),
        };
    }

    private static StringId StageName(HttpStage stage) => stage switch
    {
        HttpStage.Connect => StringId.StageConnect,
        HttpStage.Tunnel => StringId.StageTunnel,
        HttpStage.TlsHandshake => StringId.StageTlsHandshake,
        HttpStage.FirstByte => StringId.StageFirstByte,
        _ => StringId.StageBody,
    };
}
