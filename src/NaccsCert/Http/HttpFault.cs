using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using NaccsCert.Shims;

namespace NaccsCert.Http;

/// <summary>Gives a failed exchange the identity of its cause.</summary>
internal static class HttpFault
{
    /// <summary>Translates what the HTTP stack threw.</summary>
    /// <param name="exception">The exception of the HTTP stack, or one that already has an identity.</param>
    /// <param name="address">The address.</param>
    /// <param name="verdict">What was found of the server's certificate; null when none was seen.</param>
    /// <param name="proxySchemes">The schemes for which a proxy has asked credentials; empty when none did.</param>
    /// <param name="tooLate">Whether the deadline of the exchange has passed.</param>
    /// <returns>The error; null when the exception is no failure of an exchange.</returns>
    public static NaccsException? Translate(
        Exception exception, Uri address, ServerVerdict? verdict, IReadOnlyList<string> proxySchemes, bool tooLate)
    {
        if (tooLate)
        {
            return new NaccsException(ErrorId.ConnectionTimedOut, address.Host, exception, address.Port);
        }

        if (exception is not (HttpRequestException or IOException or WebException))
        {
            return null;
        }

        Exception cause = exception.GetBaseException();
        if (verdict is { Failure: { } failure })
        {
            return new NaccsException(ErrorId.ServerNotTrusted, address.Host, exception, failure, verdict.Issuer);
        }

        if (proxySchemes.Count > 0 && ProxyFaults.IsRefusedTunnel(exception))
        {
            return new NaccsException(
                ErrorId.ProxyAuthenticationRequired, address.Host, exception, string.Join(", ", proxySchemes));
        }

        return cause switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                new NaccsException(ErrorId.HostNotFound, address.Host, exception),
            WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure } =>
                new NaccsException(ErrorId.HostNotFound, address.Host, exception),
            SocketException { SocketErrorCode: SocketError.TimedOut } =>
                new NaccsException(ErrorId.ConnectionTimedOut, address.Host, exception, address.Port),
            AuthenticationException => new NaccsException(ErrorId.TlsHandshakeFailed, address.Host, exception, cause.Message),
            _ when exception.InnerException is AuthenticationException =>
                new NaccsException(ErrorId.TlsHandshakeFailed, address.Host, exception, cause.Message),
            _ => new NaccsException(ErrorId.ConnectionFailed, address.Host, exception, address.Port, cause.Message),
        };
    }
}
