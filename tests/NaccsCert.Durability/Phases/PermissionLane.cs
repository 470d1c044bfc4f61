using System;
using System.Threading.Tasks;
using NaccsCert.Durability.Disks;

namespace NaccsCert.Durability.Phases;

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
