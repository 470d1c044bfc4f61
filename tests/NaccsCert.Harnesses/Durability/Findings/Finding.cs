namespace NaccsCert.Harnesses.Durability.Findings;

/// <summary>One thing that must never happen, and did.</summary>
/// <param name="Loss">What it is.</param>
/// <param name="Case">The case, so that it can be found again.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record Finding(Loss Loss, string Case, string Detail);
