using System;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Tests.Support;

/// <summary>A <see cref="ProcessProxy"/> that answers, and ends with it.</summary>
/// <param name="proxy">The proxy; this disposes of it.</param>
/// <param name="host">The host that is reached through it.</param>
internal sealed class DefaultProxy(FakeProxy proxy, string host) : ProcessProxy(proxy.Address, host), IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        Dispose();
        return proxy.DisposeAsync();
    }
}
