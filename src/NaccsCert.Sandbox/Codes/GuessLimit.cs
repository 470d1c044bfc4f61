using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.Codes;

/// <summary>Limits how many wrong code sets each address may send. Other addresses are not affected.</summary>
/// <param name="limit">How many, 0 for any number.</param>
/// <param name="window">How long each counts.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class GuessLimit(int limit, IsoDuration window, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Queue<DateTimeOffset>> _ends = [];

    /// <summary>How long this address has to wait, or null if it need not.</summary>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Forget(now);
            return limit > 0 && _ends.TryGetValue(KeyOf(address), out Queue<DateTimeOffset>? ends) && ends.Count >= limit
                ? ends.Peek() - now
                : null;
        }
    }

    /// <summary>Counts a wrong code set.</summary>
    public void Count(IPAddress? address)
    {
        if (limit == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (!_ends.TryGetValue(KeyOf(address), out Queue<DateTimeOffset>? ends))
            {
                _ends[KeyOf(address)] = ends = new Queue<DateTimeOffset>();
            }

            ends.Enqueue(window.After(clock.GetUtcNow()));
        }
    }

    private static IPAddress KeyOf(IPAddress? address) => address ?? IPAddress.None;

    // What counts no longer is dropped, addresses too, so that the table cannot grow for ever.
    private void Forget(DateTimeOffset now)
    {
        foreach ((IPAddress address, Queue<DateTimeOffset> ends) in _ends)
        {
            while (ends.TryPeek(out DateTimeOffset end) && end <= now)
            {
                ends.Dequeue();
            }

            if (ends.Count == 0)
            {
                _ends.Remove(address);
            }
        }
    }
}
