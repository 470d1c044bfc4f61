using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Relays;

/// <summary>Relays one connection.</summary>
internal sealed class RelayedConnection
{
    private readonly IRelayFilter _filter;
    private readonly CancellationTokenSource _end;

    private RelayedConnection(IRelayFilter filter, CancellationToken cancellationToken) =>
        (_filter, _end) = (filter, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));

    /// <summary>Ends when the connection has ended.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Starts relaying a connection.</summary>
    /// <param name="client">The accepted connection, which the caller closes afterwards.</param>
    /// <param name="target">The origin of the service.</param>
    /// <param name="filter">Decides what is done with the bytes.</param>
    /// <param name="cancellationToken">Resets the connection.</param>
    public static RelayedConnection Start(TcpClient client, Uri target, IRelayFilter filter, CancellationToken cancellationToken)
    {
        var connection = new RelayedConnection(filter, cancellationToken);
        connection.Ended = connection.RelayAsync(client, target);
        return connection;
    }

    /// <summary>Resets the connection if it has not ended, and waits for its end.</summary>
    public async Task CloseAsync()
    {
        await _end.CancelAsync();
        await Ended;
    }

    private async Task RelayAsync(TcpClient near, Uri target)
    {
        using var far = new TcpClient();
        near.NoDelay = far.NoDelay = true;
        var ending = RelayEnding.Reset;
        try
        {
            await far.ConnectAsync(target.Host, target.Port, _end.Token);

            // Both at once: a client that has left has no stream any more.
            (NetworkStream up, NetworkStream down) = (near.GetStream(), far.GetStream());
            Task<RelayEnding>[] directions = [PumpAsync(up, down, RelayDirection.Up), PumpAsync(down, up, RelayDirection.Down)];
            ending = await await Task.WhenAny(directions);
            if (ending != RelayEnding.None)
            {
                await _end.CancelAsync();
            }

            await Task.WhenAll(directions);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One side has left, or the connection is to end.
        }

        if (ending == RelayEnding.Reset)
        {
            near.LingerState = far.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task<RelayEnding> PumpAsync(NetworkStream source, NetworkStream target, RelayDirection direction)
    {
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, _end.Token)) > 0)
        {
            RelayedChunk chunk = await _filter.FilterAsync(direction, buffer.AsMemory(0, read), _end.Token);
            await target.WriteAsync(chunk.Before, _end.Token);
            if (chunk.Pause > TimeSpan.Zero)
            {
                await Task.Delay(chunk.Pause, _end.Token);
            }

            if (chunk.Ending != RelayEnding.None)
            {
                return chunk.Ending;
            }

            await target.WriteAsync(chunk.After, _end.Token);
            if (chunk.QuietLimit is { } limit)
            {
                _end.CancelAfter(limit);
            }
        }

        target.Socket.Shutdown(SocketShutdown.Send);
        return RelayEnding.None;
    }
}
