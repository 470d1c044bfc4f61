namespace NaccsCert.Durability;

/// <summary>What is to be run.</summary>
/// <param name="Seed">The seed of the random moments.</param>
/// <param name="RandomKills">How many kills at random moments are to strike.</param>
/// <param name="Spread">At how many bytes of each way faults happen, evenly spread, besides the first and last ones of each turn.</param>
/// <param name="Only">One phase; null for all.</param>
internal sealed record HarnessOptions(int Seed, int RandomKills, int Spread, string? Only);
