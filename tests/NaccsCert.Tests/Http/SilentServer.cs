using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Tests.Http;

/// <summary>Takes connections, says what it is told to say to whoever speaks first, and then no more.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<TcpClient> _clients = [];
    private readonly byte[] _words;
    private readonly bool _hangsUp;
    private readonly Task _serving;

    public SilentServer(string words = "", bool hangsUp = false)
    {
        (_words, _hangsUp) = (System.Text.Encoding.ASCII.GetBytes(words), hangsUp);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Url(string scheme) => new($"{scheme}://{_listener.LocalEndpoint}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _clients.ForEach(client => client.Dispose());
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _clients.Add(client);
                _ = await client.GetStream().ReadAsync(buffer, _stop.Token);
                await client.GetStream().WriteAsync(_words, _stop.Token);
                if (_hangsUp)
                {
                    client.Close();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }
}
