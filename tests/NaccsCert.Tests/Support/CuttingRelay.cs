using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Tests.Support;

/// <summary>
/// A TCP relay that can lose an answer: it breaks the connection when the first byte of that answer arrives, so the
/// server has done its work and the client never hears of it.
/// </summary>
internal sealed class CuttingRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Uri _target;
    private readonly Task _accepting;
    private int _answersUntilCut = int.MaxValue;

    /// <summary>Starts relaying.</summary>
    /// <param name="target">The origin behind the relay.</param>
    public CuttingRelay(Uri target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Origin => new($"https://{_listener.LocalEndpoint}/");

    /// <summary>Loses an answer.</summary>
    /// <param name="number">Which of the coming answers, from 1.</param>
    public void LoseResponse(int number) => Volatile.Write(ref _answersUntilCut, number);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using TcpClient near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(_target.Host, _target.Port, _stop.Token);
        bool[] clientSpokeLast = [true];
        await Task.WhenAny(
            PumpAsync(near, far, () => clientSpokeLast[0] = true),
            PumpAsync(far, near, () => !TurnToAnswer(clientSpokeLast) || Interlocked.Decrement(ref _answersUntilCut) != 0));
    }

    // HTTP/1.1 takes turns, so an answer begins with the first bytes after the client's last word.
    private static bool TurnToAnswer(bool[] clientSpokeLast)
    {
        bool begins = clientSpokeLast[0];
        clientSpokeLast[0] = false;
        return begins;
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Func<bool> mayPass)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer, _stop.Token)) > 0 && mayPass())
            {
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is System.IO.IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One side has left, so the connection is over.
        }
    }
}
