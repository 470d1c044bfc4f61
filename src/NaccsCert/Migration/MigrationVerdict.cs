using NaccsCert.Resources;

namespace NaccsCert.Migration;

/// <summary>What a change does to a key.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Reason">Why.</param>
internal sealed record MigrationVerdict(MigrationOutcome Outcome, StringId Reason);
