namespace NaccsCert.Durability.Faults;

/// <summary>Bytes that went one way without an answer in between.</summary>
/// <param name="Connection">The connection of a run, from 0.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Offset">Where it begins among the bytes of that way.</param>
/// <param name="Length">How many bytes.</param>
internal sealed record Turn(int Connection, Direction Direction, long Offset, long Length);
