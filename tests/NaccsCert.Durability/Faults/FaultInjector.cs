using System;

namespace NaccsCert.Durability.Faults;

/// <summary>Does one fault to the bytes of one connection.</summary>
/// <param name="fault">The fault.</param>
internal sealed class FaultInjector(Fault fault)
{
    /// <summary>How many bytes are left out, or come twice.</summary>
    private const int Some = 16;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Stalled = TimeSpan.FromMilliseconds(300);

    private volatile bool _hasStruck;

    /// <summary>Whether it has happened.</summary>
    public bool HasStruck => _hasStruck;

    /// <summary>Whether both sides may now wait for bytes that never come.</summary>
    public bool MayHang => _hasStruck && fault.Kind is FaultKind.Truncate or FaultKind.Duplicate or FaultKind.Corrupt;

    /// <summary>Looks at bytes that pass.</summary>
    /// <param name="direction">Which way they go.</param>
    /// <param name="position">Where they begin among the bytes of that way.</param>
    /// <param name="chunk">The bytes.</param>
    /// <returns>What becomes of them; null when the fault does not happen among them.</returns>
    public Injection? Apply(Direction direction, long position, Memory<byte> chunk)
    {
        if (_hasStruck || direction != fault.Direction || fault.Offset < position || fault.Offset >= position + chunk.Length)
        {
            return null;
        }

        _hasStruck = true;
        return Inject(chunk, (int)(fault.Offset - position));
    }

    private Injection Inject(Memory<byte> chunk, int at)
    {
        switch (fault.Kind)
        {
            case FaultKind.Reset:
                return new Injection(chunk[..at], TimeSpan.Zero, default, Ending.Reset);
            case FaultKind.Close:
                return new Injection(chunk[..at], TimeSpan.Zero, default, Ending.Closed);
            case FaultKind.Stall:
                return new Injection(chunk[..at], Stalled, default, Ending.Reset);
            case FaultKind.Truncate:
                return new Injection(chunk[..at], TimeSpan.Zero, chunk[Math.Min(at + Some, chunk.Length)..], Ending.GoesOn);
            case FaultKind.Duplicate:
                return new Injection(chunk[..(at + 1)], TimeSpan.Zero, chunk[Math.Max(0, at + 1 - Some)..], Ending.GoesOn);
            case FaultKind.Delay:
                return new Injection(chunk[..at], Moment, chunk[at..], Ending.GoesOn);
            default:
                chunk.Span[at] ^= 0x20;
                return new Injection(chunk, TimeSpan.Zero, default, Ending.GoesOn);
        }
    }
}
