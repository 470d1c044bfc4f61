using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Servers;

/// <summary>Accepts TCP connections on the loopback interface and serves each with a function.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _connections = [];
    private readonly Func<TcpClient, CancellationToken, Task> _serve;
    private readonly Task _accepting;

    /// <summary>Starts listening.</summary>
    /// <param name="serve">Serves one connection, which is closed afterwards.</param>
    public LoopbackServer(Func<TcpClient, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;

        // On threads of the pool: those of a test may be blocked by a command that waits for this server.
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>The TCP port.</summary>
    public int Port { get; }

    /// <summary>The number of connections accepted. It is final once the server has stopped.</summary>
    public int Connections => _connections.Count;

    /// <summary>Gives the address with a scheme.</summary>
    public Uri Address(string scheme) => new($"{scheme}://{IPAddress.Loopback}:{Port}/");

    /// <summary>Stops listening and ends all connections.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _serve(client, _stop.Token);
            }
            catch (Exception end) when (end is IOException or SocketException or AuthenticationException or OperationCanceledException)
            {
                // The client left, rejected the certificate, or the server was stopped.
            }
        }
    }
}
