using System.Collections.Generic;

namespace NaccsCert.Messages;

/// <summary>What the service wants in a request (RFC 7030, section 4.5.2; RFC 9908).</summary>
/// <param name="KeyAlgorithms">The kinds of key of which it demands one, the first before the others; empty when any will do.</param>
/// <param name="ChallengePassword">Whether it wants the challengePassword attribute to bind TLS and request (section 3.5).</param>
/// <param name="Extensions">The DER Extension values that it wants to see requested, one of each kind.</param>
internal sealed record CsrAttributes(
    IReadOnlyList<KeyAlgorithm> KeyAlgorithms, bool ChallengePassword, IReadOnlyList<byte[]> Extensions)
{
    /// <summary>No csrAttributes: the answer of a service that has no such resource (HTTP 204 or 404).</summary>
    public static CsrAttributes None { get; } = new([], false, []);

    /// <summary>The DER distinguished name that it wants in a first request; null when any will do.</summary>
    public byte[]? Subject { get; init; }
}
