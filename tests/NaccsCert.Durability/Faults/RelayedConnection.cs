using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Durability.Faults;

/// <summary>One connection through the relay.</summary>
internal sealed class RelayedConnection : IAsyncDisposable
{
    /// <summary>
    /// After a fault both sides may wait for bytes that never come. When nothing has moved for so long, the connection
    /// is reset, which ends the wait.
    /// </summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _end = new();
    private readonly List<Turn> _turns = [];
    private readonly int _number;
    private readonly FaultInjector? _injector;
    private Task _work = Task.CompletedTask;

    private RelayedConnection(int number, Fault? fault)
    {
        _number = number;
        _injector = fault is null ? null : new FaultInjector(fault);
    }

    /// <summary>Whether its fault has happened.</summary>
    public bool HasStruck => _injector is { HasStruck: true };

    /// <summary>Starts relaying a connection.</summary>
    public static RelayedConnection Start(TcpClient client, Uri target, int number, Fault? fault)
    {
        var connection = new RelayedConnection(number, fault);
        connection._work = connection.RelayAsync(client, target);
        return connection;
    }

    /// <summary>Who spoke, and how much.</summary>
    public IReadOnlyList<Turn> Turns()
    {
        lock (_turns)
        {
            return [.. _turns];
        }
    }

    /// <summary>Ends it, if it has not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _end.Dispose();
    }

    private async Task RelayAsync(TcpClient client, Uri target)
    {
        using TcpClient near = client;
        using var far = new TcpClient();
        near.NoDelay = far.NoDelay = true;
        var ending = Ending.Reset;
        try
        {
            await far.ConnectAsync(target.Host, target.Port, _end.Token);
            Task<Ending>[] ways = [PumpAsync(near, far, Direction.Up), PumpAsync(far, near, Direction.Down)];
            ending = await await Task.WhenAny(ways);
            if (HasStruck)
            {
                await _end.CancelAsync();
            }

            await Task.WhenAll(ways);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One side has left, or the fault wants it so.
        }

        if (ending == Ending.Reset)
        {
            near.LingerState = far.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task<Ending> PumpAsync(TcpClient from, TcpClient to, Direction direction)
    {
        byte[] buffer = new byte[64 * 1024];
        NetworkStream source = from.GetStream();
        NetworkStream target = to.GetStream();
        long position = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, _end.Token)) > 0)
        {
            Memory<byte> chunk = buffer.AsMemory(0, read);
            Note(direction, position, read);
            Injection? injection = _injector?.Apply(direction, position, chunk);
            await target.WriteAsync(injection?.Before ?? chunk, _end.Token);
            if (injection is not null)
            {
                await Task.Delay(injection.Pause, _end.Token);
                if (injection.Ending != Ending.GoesOn)
                {
                    return injection.Ending;
                }

                await target.WriteAsync(injection.After, _end.Token);
            }

            position += read;
            if (_injector is { MayHang: true })
            {
                _end.CancelAfter(Quiet);
            }
        }

        to.Client.Shutdown(SocketShutdown.Send);
        return Ending.Closed;
    }

    private void Note(Direction direction, long position, int length)
    {
        lock (_turns)
        {
            if (_turns is [.., { } last] && last.Direction == direction)
            {
                _turns[^1] = last with { Length = last.Length + length };
            }
            else
            {
                _turns.Add(new Turn(_number, direction, position, length));
            }
        }
    }
}
