using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace NaccsCert.Networks.Proxies;

/// <summary>A proxy that is down.</summary>
internal sealed class NoSuchProxy : IProxy
{
    /// <inheritdoc/>
    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Closed()}");

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> StopAsync() => Task.FromResult<IReadOnlyList<string>?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
