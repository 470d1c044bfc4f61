using System;

namespace NaccsCert.Transport;

/// <summary>What the service answered to a request for a certificate (RFC 7030, section 4.2.3).</summary>
/// <param name="Content">The body of a 200 or 201: a certs-only CMS message, still unread; null when pending.</param>
/// <param name="RetryAfter">When to send the same request again, after a 202; null when issued.</param>
internal sealed record EnrollmentReply(byte[]? Content, DateTimeOffset? RetryAfter)
{
    /// <summary>
    /// The error where the service could not read the message, and so has decided nothing about it: it may be composed anew, for CA or
    /// RA as they are now. Null in any other answer.
    /// </summary>
    public NaccsException? Unread { get; init; }
}
