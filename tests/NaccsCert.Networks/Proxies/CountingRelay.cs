using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace NaccsCert.Networks.Proxies;

/// <summary>Stands before the service and counts who comes, without looking.</summary>
internal sealed class CountingRelay : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    /// <summary>Starts it.</summary>
    /// <param name="target">The service's port.</param>
    public CountingRelay(int target) => _server = new LoopbackServer(async (client, token) =>
    {
        using var service = new TcpClient();
        await service.ConnectAsync(IPAddress.Loopback, target, token);
        await Tunnel.CarryAsync(client, service.GetStream(), _ => { }, token);
    });

    /// <summary>Its port.</summary>
    public int Port => _server.Port;

    /// <summary>Ends it.</summary>
    /// <returns>How many connections there were.</returns>
    public async Task<int> StopAsync()
    {
        await _server.StopAsync();
        return _server.Connections;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
