using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace NaccsCert.Compat;

/// <summary>What the HTTP stack of the platform means by its exceptions.</summary>
internal static class HttpFailures
{
    /// <summary>
    /// Why a proxy did not open the way to the server. .NET Framework throws what a proxy answers to CONNECT and hands out what a
    /// server answers, so an answer that was thrown is a proxy's; .NET drops it, and tells only that there was one.
    /// </summary>
    /// <param name="exception">What the stack threw.</param>
    /// <returns>The refusal; null when the exception is of something else.</returns>
    public static TunnelRefusal? RefusalOf(Exception exception)
    {
        HttpWebResponse? answer = Causes.Of(exception).OfType<WebException>()
            .Where(cause => cause.Status == WebExceptionStatus.ProtocolError)
            .Select(cause => cause.Response).OfType<HttpWebResponse>().FirstOrDefault();
#if NET
        if (answer is null)
        {
            return exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError }
                ? TunnelRefusal.Unknown
                : null;
        }
#endif
        return answer is null ? null : TunnelRefusal.From(answer);
    }

    /// <summary>
    /// Whether the TLS handshake failed. .NET Framework tells of its two ways by a status alone, and drops what was behind it.
    /// </summary>
    /// <param name="exception">What the stack threw.</param>
    public static bool IsTlsFailure(Exception exception) => Causes.Of(exception).Any(cause => cause
        is AuthenticationException
        or WebException { Status: WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure });

    /// <summary>
    /// What is wrong with an answer that cannot be understood: a head or a body that is none (RFC 9112), or a token of NTLM or
    /// Negotiate (RFC 4559) on which the stack stumbles.
    /// </summary>
    /// <param name="exception">What the stack threw.</param>
    /// <returns>
    /// A word of the platform's own; null when something else failed. The messages of such exceptions repeat the answer, and an
    /// answer can repeat what it was asked with.
    /// </returns>
    public static string? Malformation(Exception exception)
    {
        bool isExpected = exception is HttpRequestException or IOException or WebException or SocketException or AuthenticationException
            or ObjectDisposedException or OperationCanceledException;
        return Causes.Of(exception).Select(WordOf).OfType<string>().FirstOrDefault()
            ?? (isExpected ? null : exception.GetType().Name);
    }

    private static string? WordOf(Exception exception) => exception switch
    {
#if NET
        HttpRequestException { HttpRequestError: { } error } when IsOfAnswer(error) => error.ToString(),
        HttpIOException { HttpRequestError: var error } when IsOfAnswer(error) => error.ToString(),
#endif
        WebException { Status: WebExceptionStatus.ServerProtocolViolation or WebExceptionStatus.MessageLengthLimitExceeded } answer =>
            answer.Status.ToString(),
        _ => null,
    };

#if NET
    private static bool IsOfAnswer(HttpRequestError error) => error
        is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.HttpProtocolError
        or HttpRequestError.UserAuthenticationError;
#endif
}
