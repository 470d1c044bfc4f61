using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability;

/// <summary>What the durability harness runs.</summary>
/// <param name="Seed">The seed of the random moments.</param>
/// <param name="RandomKills">The number of kills at random moments that must hit.</param>
/// <param name="Spread">The number of bytes of each direction at which faults happen, evenly spread, besides the first and last ones of each turn.</param>
/// <param name="Protocol">The protocol of the service.</param>
/// <param name="Only">One phase; null for all.</param>
internal sealed record DurabilityOptions(int Seed, int RandomKills, int Spread, ServiceProtocol Protocol, string? Only);
