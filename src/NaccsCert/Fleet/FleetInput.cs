using NaccsCert.Reports;

namespace NaccsCert.Fleet;

/// <summary>What is known of a user on a computer.</summary>
/// <param name="Report">What was reported.</param>
/// <param name="Source">How it came to be known.</param>
/// <param name="Detail">What a script said of its failure; null for nothing.</param>
internal sealed record FleetInput(CollectedReport Report, FleetSource Source, string? Detail = null);
