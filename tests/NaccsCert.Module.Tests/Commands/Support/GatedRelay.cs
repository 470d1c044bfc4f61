using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>A way to a sandbox that can be told to keep its answers back: a service as slow as a test needs it.</summary>
internal sealed class GatedRelay : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri _target;
    private volatile TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Listens, with the gate open.</summary>
    public GatedRelay(SandboxProcess sandbox)
    {
        _target = sandbox.Url;
        _listener.Start();
        Open();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends when somebody has sent something behind the closed gate, and so waits for an answer.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Keeps answers back.</summary>
    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets answers through.</summary>
    public void Open() => _gate.TrySetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        CancellationToken end = _end.Token;
        while (!end.IsCancellationRequested)
        {
            _ = RelayAsync(await _listener.AcceptTcpClientAsync(end), end);
        }
    }

    private async Task RelayAsync(TcpClient accepted, CancellationToken end)
    {
        using TcpClient client = accepted;
        using var server = new TcpClient();
        await server.ConnectAsync(_target.Host, _target.Port, end);
        await Task.WhenAny(
            PumpAsync(client.GetStream(), server.GetStream(), NoticeAsync, end),
            PumpAsync(server.GetStream(), client.GetStream(), () => _gate.Task.WaitAsync(end), end));
    }

    private Task NoticeAsync()
    {
        if (!_gate.Task.IsCompleted)
        {
            _reached.TrySetResult();
        }

        return Task.CompletedTask;
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Func<Task> before, CancellationToken end)
    {
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, end)) > 0)
        {
            await before();
            await to.WriteAsync(buffer.AsMemory(0, read), end);
        }
    }
}
