using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Durability.Faults;

/// <summary>A TCP relay on the loopback interface that does one fault at one byte of a run, and notes whose turn it was.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private List<RelayedConnection> _connections = [];
    private Fault? _fault;

    /// <summary>Starts relaying.</summary>
    /// <param name="target">The origin behind the relay.</param>
    public Relay(Uri target)
    {
        _target = target;
        _listener.Start();
        Origin = new Uri($"https://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    /// <summary>Where to connect to.</summary>
    public Uri Origin { get; }

    /// <summary>Begins a new run.</summary>
    /// <param name="fault">Its fault; null for none.</param>
    public async Task StartRunAsync(Fault? fault)
    {
        List<RelayedConnection> old;
        lock (_gate)
        {
            (old, _connections, _fault) = (_connections, [], fault);
        }

        foreach (RelayedConnection connection in old)
        {
            await connection.DisposeAsync();
        }
    }

    /// <summary>Whether the fault of this run has happened.</summary>
    public bool HasStruck()
    {
        lock (_gate)
        {
            return _connections.Exists(connection => connection.HasStruck);
        }
    }

    /// <summary>Who spoke in this run, and how much.</summary>
    public IReadOnlyList<Turn> Turns()
    {
        lock (_gate)
        {
            return [.. Flatten(_connections)];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await StartRunAsync(null);
        _listener.Dispose();
        _stop.Dispose();
    }

    private static IEnumerable<Turn> Flatten(List<RelayedConnection> connections)
    {
        foreach (RelayedConnection connection in connections)
        {
            foreach (Turn turn in connection.Turns())
            {
                yield return turn;
            }
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                lock (_gate)
                {
                    Fault? fault = _fault?.Connection == _connections.Count ? _fault : null;
                    _connections.Add(RelayedConnection.Start(client, _target, _connections.Count, fault));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }
}
