using NaccsCert.Services;

namespace NaccsCert.Http;

/// <summary>Whether a TLS server is one of the service's.</summary>
/// <param name="Anchor">The pinned root that its chain ends in; null when it is not trusted.</param>
/// <param name="Issuer">The distinguished name of the issuer of its certificate.</param>
/// <param name="Failure">Why it is not trusted; null when it is.</param>
internal sealed record ServerVerdict(TrustAnchor? Anchor, string Issuer, string? Failure);
