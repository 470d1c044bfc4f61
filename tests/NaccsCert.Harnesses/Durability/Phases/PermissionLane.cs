using System;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Disks;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>A victim for whom permissions count.</summary>
internal sealed class PermissionLane : IAsyncDisposable
{
    public Worker Worker { get; } = new(User.Prefix);

    public ValueTask DisposeAsync()
    {
        Worker.Dispose();
        return ValueTask.CompletedTask;
    }
}
