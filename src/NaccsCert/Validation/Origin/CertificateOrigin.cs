namespace NaccsCert.Validation.Origin;

/// <summary>Where a certificate comes from, as far as that can be shown.</summary>
/// <param name="Evidence">What shows it.</param>
/// <param name="RootSha256">SHA-256 of the root of its chain; null when there is no chain, or none was needed.</param>
/// <param name="Failure">Why there is no chain; null when there is one, or none was needed.</param>
internal sealed record CertificateOrigin(OriginEvidence Evidence, string? RootSha256, string? Failure)
{
    /// <summary>Whether the certificate counts as the service's.</summary>
    public bool IsVerified => Evidence != OriginEvidence.None;
}
