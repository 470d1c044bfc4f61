using NaccsCert.TestSupport.Relays;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>One fault at one byte.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Connection">To which connection of a run, from 0.</param>
/// <param name="Direction">In which direction.</param>
/// <param name="Offset">At which byte of that direction, from 0.</param>
internal sealed record Fault(FaultKind Kind, int Connection, RelayDirection Direction, long Offset);
