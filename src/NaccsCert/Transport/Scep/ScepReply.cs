using NaccsCert.Messages.Scep;

namespace NaccsCert.Transport.Scep;

/// <summary>An answer that is proven to be one.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Reader">Who has read it, and can open what was granted.</param>
/// <param name="RetryAfter">The field of that name; null where there is none.</param>
internal sealed record ScepReply(CertRep Answer, ScepReplyReader Reader, string? RetryAfter);
