namespace NaccsCert.Fleet;

/// <summary>On how many computers something is found.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Computers">The number of computers.</param>
internal sealed record FleetShare(string Name, int Computers);
