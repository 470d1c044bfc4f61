using NaccsCert.TestSupport.Relays;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>Bytes that went in one direction without any in the other one in between.</summary>
/// <param name="Connection">The connection of a run, from 0.</param>
/// <param name="Direction">In which direction.</param>
/// <param name="Offset">Where it begins among the bytes of that direction.</param>
/// <param name="Length">How many bytes.</param>
internal sealed record Turn(int Connection, RelayDirection Direction, long Offset, long Length);
