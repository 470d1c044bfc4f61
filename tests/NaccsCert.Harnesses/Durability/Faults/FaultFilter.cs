using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Relays;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>Injects one fault into the bytes of one connection, and records the turns of both sides.</summary>
/// <param name="connection">The number of the connection in its run, from 0.</param>
/// <param name="fault">The fault; null for none.</param>
internal sealed class FaultFilter(int connection, Fault? fault) : IRelayFilter
{
    /// <summary>How many bytes are left out, or come twice.</summary>
    private const int Some = 16;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Stalled = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// After a fault both sides may wait for bytes that never come. When nothing has moved for so long, the connection
    /// is reset, which ends the wait.
    /// </summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly long[] _positions = new long[2];
    private readonly List<Turn> _turns = [];
    private volatile bool _hasHit;

    /// <summary>Whether the fault has happened.</summary>
    public bool HasHit => _hasHit;

    private bool MayHang => _hasHit && fault!.Kind is FaultKind.Truncate or FaultKind.Duplicate or FaultKind.Corrupt;

    /// <summary>Gets which side sent, and how much.</summary>
    public IReadOnlyList<Turn> Turns()
    {
        lock (_turns)
        {
            return [.. _turns];
        }
    }

    /// <inheritdoc/>
    public ValueTask<RelayedChunk> FilterAsync(RelayDirection direction, Memory<byte> chunk, CancellationToken cancellationToken)
    {
        long position = _positions[(int)direction];
        _positions[(int)direction] += chunk.Length;
        Record(direction, position, chunk.Length);
        RelayedChunk relayed = IsHit(direction, position, chunk.Length)
            ? Inject(chunk, (int)(fault!.Offset - position))
            : new RelayedChunk(chunk);
        return ValueTask.FromResult(relayed with { QuietLimit = MayHang ? Quiet : null });
    }

    private bool IsHit(RelayDirection direction, long position, int length)
    {
        if (fault is null || _hasHit || direction != fault.Direction || fault.Offset < position || fault.Offset >= position + length)
        {
            return false;
        }

        _hasHit = true;
        return true;
    }

    private RelayedChunk Inject(Memory<byte> chunk, int at)
    {
        switch (fault!.Kind)
        {
            case FaultKind.Reset:
                return new RelayedChunk(chunk[..at]) { Ending = RelayEnding.Reset };
            case FaultKind.Close:
                return new RelayedChunk(chunk[..at]) { Ending = RelayEnding.Close };
            case FaultKind.Stall:
                return new RelayedChunk(chunk[..at]) { Pause = Stalled, Ending = RelayEnding.Reset };
            case FaultKind.Truncate:
                return new RelayedChunk(chunk[..at]) { After = chunk[Math.Min(at + Some, chunk.Length)..] };
            case FaultKind.Duplicate:
                return new RelayedChunk(chunk[..(at + 1)]) { After = chunk[Math.Max(0, at + 1 - Some)..] };
            case FaultKind.Delay:
                return new RelayedChunk(chunk[..at]) { Pause = Moment, After = chunk[at..] };
            default:
                chunk.Span[at] ^= 0x20;
                return new RelayedChunk(chunk);
        }
    }

    private void Record(RelayDirection direction, long position, int length)
    {
        lock (_turns)
        {
            if (_turns is [.., { } last] && last.Direction == direction)
            {
                _turns[^1] = last with { Length = last.Length + length };
            }
            else
            {
                _turns.Add(new Turn(connection, direction, position, length));
            }
        }
    }
}
