using System.Collections.Generic;

namespace NaccsCert.Messages.Est;

/// <summary>What the service wants in a request (RFC 7030, section 4.5.2).</summary>
/// <param name="KeyAlgorithm">The kind of key that it demands; null when any will do.</param>
/// <param name="ChallengePassword">Whether it wants the challengePassword attribute to bind TLS and request (section 3.5).</param>
/// <param name="Extensions">The DER Extension values that it wants to see requested.</param>
internal sealed record CsrAttributes(
    KeyAlgorithm? KeyAlgorithm, bool ChallengePassword, IReadOnlyList<byte[]> Extensions)
{
    /// <summary>No csrAttributes: the answer of a service that has no such resource (HTTP 204 or 404).</summary>
    public static CsrAttributes None { get; } = new(null, false, []);
}
