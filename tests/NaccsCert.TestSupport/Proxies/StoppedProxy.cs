using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Proxies;

/// <summary>Gives the address of a proxy that is down.</summary>
internal sealed class StoppedProxy : IProxy
{
    /// <inheritdoc/>
    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Closed()}");

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> StopAsync() => Task.FromResult<IReadOnlyList<string>?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
