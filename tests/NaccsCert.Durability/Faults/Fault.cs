namespace NaccsCert.Durability.Faults;

/// <summary>One fault at one byte.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Connection">To which connection of a run, from 0.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Offset">At which byte of that way, from 0.</param>
internal sealed record Fault(FaultKind Kind, int Connection, Direction Direction, long Offset);
