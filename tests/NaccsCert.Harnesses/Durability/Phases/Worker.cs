using System;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>
/// A process that lives for many cases, one after the other: faults come from outside, so it need not be restarted.
/// </summary>
/// <param name="prefix">A program with arguments that starts the process, for another user; empty for none.</param>
internal sealed class Worker(params string[] prefix) : IDisposable
{
    private KilledProcessRun? _process;

    /// <summary>Its home, cleared for each case.</summary>
    public KilledProcessHome Home { get; } = new();

    /// <summary>Gives an order and waits for the report.</summary>
    /// <returns>The report; null when the process was killed.</returns>
    /// <exception cref="TimeoutException">The process hangs.</exception>
    public async Task<Report?> RunAsync(Order order)
    {
        _process ??= KilledProcessRun.Start(Home.Variables, prefix);
        try
        {
            if (await _process.RunAsync(order) is { } report)
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

    /// <summary>Ends the process; the next order starts another.</summary>
    public void Stop()
    {
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Stop();
        Home.Dispose();
    }
}
