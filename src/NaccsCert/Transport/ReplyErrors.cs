using System;
using System.Globalization;
using System.Text;

namespace NaccsCert.Transport;

/// <summary>Names the cause of a response that is no success (RFC 7030, section 4.2.3).</summary>
/// <param name="host">The host, for people.</param>
/// <param name="now">The present moment.</param>
/// <param name="isInMaintenance">Whether the service has announced maintenance for a moment.</param>
internal sealed class ReplyErrors(string host, DateTimeOffset now, Func<DateTimeOffset, bool> isInMaintenance)
{
    private const int MaxTextLength = 300;

    /// <summary>The answer of a portal that stands in the way (RFC 6585, section 6): no fault of the service.</summary>
    private const int NetworkAuthenticationRequired = 511;

    // A secret that is cut would not be recognized, so secrets are removed first, and from much more than is shown.
    private const int MaxExaminedBytes = 16 * 1024;

    /// <summary>The error for a response.</summary>
    /// <param name="reply">A response whose status is none of 200, 201 and 202.</param>
    /// <param name="unauthorized">What a 401 means, which depends on what was sent.</param>
    /// <param name="conceal">Removes what is secret from the service's text.</param>
    /// <returns>The error, with the service's own text and the time of the next attempt where there are any.</returns>
    public NaccsException From(HttpReply reply, ErrorId unauthorized, Func<string, string> conceal)
    {
        string text = TextOf(reply.Body, conceal);
        return reply.StatusCode switch
        {
            400 => new NaccsException(ErrorId.RequestRefused, host, text),
            401 when unauthorized == ErrorId.SignInNotOffered => new NaccsException(unauthorized, host, AuthenticationSchemes.Describe(reply.Challenges), text),
            401 when unauthorized != ErrorId.UnexpectedResponse => new NaccsException(unauthorized, host, text),
            403 => new NaccsException(ErrorId.RequestForbidden, host, text),
            _ => WithoutMeaning(reply, conceal),
        };
    }

    /// <summary>The error for a response where the protocol gives no status of a refusal a meaning.</summary>
    /// <param name="reply">A response that is no success.</param>
    /// <param name="conceal">Removes what is secret from the service's text.</param>
    /// <returns>The error, as <see cref="From"/> gives it.</returns>
    public NaccsException WithoutMeaning(HttpReply reply, Func<string, string> conceal)
    {
        string status = reply.StatusCode.ToString(CultureInfo.InvariantCulture);
        string text = TextOf(reply.Body, conceal);
        return reply.StatusCode switch
        {
            429 or (>= 500 and < 600 and not NetworkAuthenticationRequired) => Later(reply, text),
            >= 300 and < 400 => new NaccsException(ErrorId.RedirectRefused, host, status, Readable(reply.Location ?? "-", conceal)),
            _ => new NaccsException(ErrorId.UnexpectedResponse, host, status, text),
        };
    }

    private NaccsException Later(HttpReply reply, string text)
    {
        DateTimeOffset again = RetryAfter.Parse(reply.RetryAfter, now);
        return new NaccsException(
            isInMaintenance(reply.Date ?? now) ? ErrorId.ServiceInMaintenance : ErrorId.ServiceUnavailable,
            host,
            again.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            text)
        {
            // Where the service names no time, it may be tried again at any time, as after a connection that broke.
            RetryAfter = reply.RetryAfter is null ? null : again,
        };
    }

    // No page of markup: it would say nothing in one line.
    private static string TextOf(byte[] body, Func<string, string> conceal)
    {
        string text = Readable(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, MaxExaminedBytes)), conceal).Trim();
        return text.StartsWith("<", StringComparison.Ordinal) || text.Length == 0 ? "-" : text;
    }

    // What message text leaves out may have stood between the halves of a secret.
    private static string Readable(string text, Func<string, string> conceal) =>
        ForeignText.ToMessage(conceal(ForeignText.ToMessage(text, MaxExaminedBytes)), MaxTextLength);
}
