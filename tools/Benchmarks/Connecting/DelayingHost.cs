using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Benchmarks.Connecting;

/// <summary>A host on loopback that answers every request over TLS, after a delay.</summary>
internal sealed class DelayingHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly TimeSpan _delay;
    private readonly Task _accepting;

    /// <summary>Listens.</summary>
    /// <param name="certificate">Its TLS certificate, with the key.</param>
    /// <param name="delay">The time before each answer.</param>
    public DelayingHost(X509Certificate2 certificate, TimeSpan delay)
    {
        (_certificate, _delay) = (certificate, delay);
        _listener.Start(backlog: 512);
        _accepting = AcceptAsync();
    }

    /// <summary>Its TCP port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using TcpClient client = accepted;
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
            {
            }

            await Task.Delay(_delay, _stop.Token);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nDate: {DateTimeOffset.UtcNow:R}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
                _stop.Token);
            await stream.ShutdownAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The first connection of a probe only looks whether there is one.
        }
    }
}
