using System;

namespace NaccsCert.Durability.Faults;

/// <summary>What becomes of the bytes among which a fault happens.</summary>
/// <param name="Before">What is still passed on.</param>
/// <param name="Pause">How long nothing moves then.</param>
/// <param name="After">What is passed on after the pause, if the connection goes on.</param>
/// <param name="Ending">Whether it does.</param>
internal sealed record Injection(ReadOnlyMemory<byte> Before, TimeSpan Pause, ReadOnlyMemory<byte> After, Ending Ending);
