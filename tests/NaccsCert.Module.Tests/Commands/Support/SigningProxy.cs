using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>A proxy on loopback that opens tunnels for one user, signed in with Basic.</summary>
internal sealed class SigningProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _expected;
    private int _refusals;
    private int _tunnels;

    /// <summary>Listens.</summary>
    public SigningProxy(string user, string password)
    {
        _expected = "Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        _listener.Start();

        // On threads of its own: those of the tests wait for their commands.
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Its address.</summary>
    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>How often wrong credentials were shown.</summary>
    public int Refusals => _refusals;

    /// <summary>How many tunnels were opened.</summary>
    public int Tunnels => _tunnels;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        CancellationToken stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(stop), stop);
        }
    }

    private async Task ServeAsync(TcpClient accepted, CancellationToken stop)
    {
        using TcpClient client = accepted;
        NetworkStream stream = client.GetStream();
        string[] head = await ReadHeadAsync(stream, stop);
        if (head.Length == 0)
        {
            return;
        }

        if (!head.Contains(_expected))
        {
            _ = head.Any(line => line.StartsWith("Proxy-Authorization:", StringComparison.Ordinal)) ? Interlocked.Increment(ref _refusals) : 0;
            await SayAsync(stream, "407 Authentication Required\r\nProxy-Authenticate: Basic realm=\"rehearsal\"\r\nConnection: close\r\nContent-Length: 0", stop);
            return;
        }

        Interlocked.Increment(ref _tunnels);
        string[] target = head[0].Split(' ')[1].Split(':');
        using var server = new TcpClient();
        await server.ConnectAsync(target[0], int.Parse(target[1], System.Globalization.CultureInfo.InvariantCulture), stop);
        await SayAsync(stream, "200 Connection established", stop);
        await Task.WhenAny(stream.CopyToAsync(server.GetStream(), stop), server.GetStream().CopyToAsync(stream, stop));
    }

    private static ValueTask SayAsync(NetworkStream stream, string text, CancellationToken stop) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {text}\r\n\r\n"), stop);

    // Byte by byte, so that nothing of the tunnel is read.
    private static async Task<string[]> ReadHeadAsync(NetworkStream stream, CancellationToken stop)
    {
        using var head = new MemoryStream();
        var buffer = new byte[1];
        while (!Encoding.ASCII.GetString(head.GetBuffer(), 0, (int)head.Length).EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(buffer, stop) == 0)
            {
                return [];
            }

            head.Write(buffer);
        }

        return Encoding.ASCII.GetString(head.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
