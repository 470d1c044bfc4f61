using System;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Owns a worker process, for the cases of one lane.</summary>
/// <param name="prefix">A program with arguments that starts the process, for another user; empty for none.</param>
internal sealed class WorkerLane(params string[] prefix) : IAsyncDisposable
{
    public Worker Worker { get; } = new(prefix);

    public ValueTask DisposeAsync()
    {
        Worker.Dispose();
        return ValueTask.CompletedTask;
    }
}
