using System;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Disks;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Owns a worker process for which permissions count.</summary>
internal sealed class PermissionLane : IAsyncDisposable
{
    public Worker Worker { get; } = new(User.Prefix);

    public ValueTask DisposeAsync()
    {
        Worker.Dispose();
        return ValueTask.CompletedTask;
    }
}
