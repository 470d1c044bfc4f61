using System;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>
/// A victim that lives for many cases, one after the other: what hurts it comes from outside, so it need not start anew.
/// </summary>
/// <param name="prefix">A program with arguments that starts the victim, for another user; empty for none.</param>
internal sealed class Worker(params string[] prefix) : IDisposable
{
    private KilledProcessRun? _victim;

    /// <summary>Its home, cleared for each case.</summary>
    public KilledProcessHome Home { get; } = new();

    /// <summary>Gives an order and waits for the report.</summary>
    /// <returns>The report; null when the victim died over it.</returns>
    /// <exception cref="TimeoutException">The victim hangs.</exception>
    public async Task<Report?> RunAsync(Order order)
    {
        _victim ??= KilledProcessRun.Start(Home.Variables, prefix);
        try
        {
            if (await _victim.RunAsync(order) is { } report)
            {
                return report;
            }
        }
        catch (TimeoutException)
        {
            Stop();
            throw;
        }

        Stop();
        return null;
    }

    /// <summary>Ends the victim; the next order starts another.</summary>
    public void Stop()
    {
        _victim?.Dispose();
        _victim = null;
    }

    public void Dispose()
    {
        Stop();
        Home.Dispose();
    }
}
