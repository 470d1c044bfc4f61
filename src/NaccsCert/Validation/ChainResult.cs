namespace NaccsCert.Validation;

/// <summary>What became of the attempt to chain a certificate to one of a set of roots.</summary>
/// <param name="Root">The fingerprint (SHA-256) of the root that the chain ends in; null when it ends in none of them.</param>
/// <param name="Failure">Why there is no chain, in the platform's words; null when there is one.</param>
internal sealed record ChainResult(string? Root, string? Failure)
{
    /// <summary>Whether the certificate chains to one of the roots.</summary>
    public bool IsTrusted => Root is not null;
}
