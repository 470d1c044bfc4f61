using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.TestSupport.Relays;

/// <summary>Relays TCP connections from the loopback interface to a service, through a filter.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly Uri _target;
    private readonly Func<IRelayFilter> _newFilter;
    private readonly LoopbackServer _server;
    private readonly Lock _gate = new();
    private List<RelayedConnection> _connections = [];

    /// <summary>Starts relaying.</summary>
    /// <param name="target">The origin of the service.</param>
    /// <param name="newFilter">Makes the filter of each connection, in their order; null to pass everything on.</param>
    public Relay(Uri target, Func<IRelayFilter>? newFilter = null)
    {
        (_target, _newFilter) = (target, newFilter ?? (() => PassAll.Instance));
        _server = new LoopbackServer(ServeAsync);
    }

    /// <summary>The address to connect to.</summary>
    public Uri Origin => _server.Address(Uri.UriSchemeHttps);

    /// <summary>The TCP port to connect to.</summary>
    public int Port => _server.Port;

    /// <summary>Stops relaying.</summary>
    /// <returns>The number of connections that there were.</returns>
    public async Task<int> StopAsync()
    {
        await _server.StopAsync();
        return _server.Connections;
    }

    /// <summary>Ends all connections, and takes new ones.</summary>
    public async Task CloseConnectionsAsync()
    {
        List<RelayedConnection> old;
        lock (_gate)
        {
            (old, _connections) = (_connections, []);
        }

        foreach (RelayedConnection connection in old)
        {
            await connection.CloseAsync();
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var connection = RelayedConnection.Start(client, _target, _newFilter(), cancellationToken);
            _connections.Add(connection);
            return connection.Ended;
        }
    }
}
