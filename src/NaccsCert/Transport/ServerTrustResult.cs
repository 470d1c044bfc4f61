using NaccsCert.Services;

namespace NaccsCert.Transport;

/// <summary>Whether a TLS server is one of the service's.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Anchor">The pinned root that its chain ends in; null when it ends in none.</param>
/// <param name="Issuer">The distinguished name of the issuer of its certificate.</param>
/// <param name="Failure">Why it is not trusted; null when it is.</param>
internal sealed record ServerTrustResult(ServerTrustKind Kind, TrustAnchor? Anchor, string Issuer, string? Failure)
{
    /// <summary>Whether to speak to it.</summary>
    public bool IsTrusted => Failure is null;

    /// <summary>Whether this computer trusts it too, as the user's browser will want.</summary>
    public bool IsPlatformTrusted { get; init; }

    /// <summary>From when to when its certificate is valid, where that is the trouble.</summary>
    public string ValidityText { get; init; } = string.Empty;

    /// <summary>What this computer takes for the present time, where that is the trouble.</summary>
    public string TimeText { get; init; } = string.Empty;
}
