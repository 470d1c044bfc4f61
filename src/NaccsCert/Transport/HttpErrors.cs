using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using NaccsCert.Compat;
using NaccsCert.Resources;

namespace NaccsCert.Transport;

/// <summary>Gives a failed exchange the identity of its cause: the wall that was met, and whose it is.</summary>
internal static class HttpErrors
{
    /// <summary>Translates what the HTTP stack threw.</summary>
    /// <param name="exception">The exception of the HTTP stack, which has no id yet.</param>
    /// <param name="address">The address.</param>
    /// <param name="connection">What the connection showed.</param>
    /// <param name="proxies">The route, and what its proxy asked for.</param>
    /// <param name="timings">How far it came.</param>
    /// <returns>The error; null when the exception is no failure of an exchange.</returns>
    public static NaccsException? Translate(
        Exception exception, Uri address, ConnectionInfo connection, ProxyResolver proxies, RequestTimings timings)
    {
        if (timings.Token.IsCancellationRequested)
        {
            return new NaccsException(
                ErrorId.ConnectionTimedOut,
                address.Host,
                exception,
                address.Port,
                Strings.Format(StageName(timings.Stage)),
                Math.Round(timings.Limit.TotalSeconds, 1));
        }

        if (exception is not (HttpRequestException or IOException or WebException))
        {
            return null;
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
            string offers = string.Join(", ", response.Headers.ProxyAuthenticate.Select(challenge => challenge.Scheme));
            throw Unauthorized(null, address, proxy, signIn, offers);
        }
    }

    private static NaccsException Untrusted(Exception exception, Uri address, ServerTrustResult trust) => trust.Kind switch
    {
        ServerTrustKind.Inspected =>
            new NaccsException(ErrorId.TlsInspectionDetected, address.Host, exception, trust.Issuer),
        ServerTrustKind.NotTimeValid => new NaccsException(
            ErrorId.ServerCertificateNotTimeValid, address.Host, exception, trust.ValidityText, trust.TimeText),
        _ => new NaccsException(ErrorId.ServerNotTrusted, address.Host, exception, trust.Failure!, trust.Issuer),
    };

    private static NaccsException? OfProxy(Exception exception, Uri address, Uri? proxy, ProxyCredentials signIn, HttpStage stage)
    {
        if (proxy is null)
        {
            return null;
        }

        bool isRefused = ProxyErrors.IsRefusedTunnel(exception);
        if (isRefused && signIn.Asked.Count > 0)
        {
            return Unauthorized(exception, address, proxy, signIn, string.Join(", ", signIn.Asked));
        }

        return isRefused || stage is HttpStage.Connect or HttpStage.Tunnel
            ? new NaccsException(
                isRefused ? ErrorId.ProxyRefused : ErrorId.ProxyUnreachable,
                address.Host,
                exception,
                proxy.Authority,
                exception.GetBaseException().Message)
            : null;
    }

    private static NaccsException Unauthorized(
        Exception? exception, Uri address, Uri? proxy, ProxyCredentials signIn, string offers)
    {
        ErrorId errorId = signIn.Used is not null ? ErrorId.ProxyCredentialRefused
            : signIn.BasicWithheld ? ErrorId.ProxyBasicNotAllowed
            : ErrorId.ProxyAuthenticationRequired;
        return new NaccsException(errorId, address.Host, exception, proxy?.Authority ?? "-", offers);
    }

    private static NaccsException OfServer(Exception exception, Uri address)
    {
        Exception cause = exception.GetBaseException();
        return cause switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                new NaccsException(ErrorId.HostNotFound, address.Host, exception),
            WebException { Status: WebExceptionStatus.NameResolutionFailure } =>
                new NaccsException(ErrorId.HostNotFound, address.Host, exception),
            SocketException { SocketErrorCode: SocketError.TimedOut } => new NaccsException(
                ErrorId.ConnectionTimedOut, address.Host, exception, address.Port, Strings.Format(StringId.StageConnect), "-"),
            AuthenticationException => new NaccsException(ErrorId.TlsHandshakeFailed, address.Host, exception, cause.Message),
            _ when exception.InnerException is AuthenticationException =>
                new NaccsException(ErrorId.TlsHandshakeFailed, address.Host, exception, cause.Message),
            _ => new NaccsException(ErrorId.ConnectionFailed, address.Host, exception, address.Port, cause.Message),
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
