namespace NaccsCert.Harnesses.Conformance;

/// <summary>What became of one case.</summary>
/// <param name="Section">The part of the suite that it is in.</param>
/// <param name="Id">Its name.</param>
/// <param name="Expected">Whether the suite wants the certificate accepted.</param>
/// <param name="Failure">Why the module refuses it; null when it is accepted.</param>
internal sealed record CaseOutcome(string Section, string Id, bool Expected, string? Failure)
{
    /// <summary>Whether the module does what the suite wants.</summary>
    public bool Agrees => Expected == Failure is null;
}
