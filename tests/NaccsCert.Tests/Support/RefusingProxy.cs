using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Tests.Support;

/// <summary>
/// A proxy that demands credentials of everybody. The process-wide proxy cannot be one test's alone, so it stands in
/// for one host name only, and all else goes the direct way.
/// </summary>
internal sealed class RefusingProxy : IWebProxy, IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IWebProxy _before = HttpClient.DefaultProxy;
    private readonly string _host;
    private readonly string _offers;
    private readonly Task _serving;

    public RefusingProxy(string host, params string[] schemes)
    {
        _host = host;
        _offers = string.Concat(Array.ConvertAll(schemes, scheme => $"Proxy-Authenticate: {scheme}\r\n"));
        _listener.Start();
        _serving = ServeAsync();
        HttpClient.DefaultProxy = this;
    }

    public ICredentials? Credentials { get; set; }

    public Uri GetProxy(Uri destination) => new($"http://{_listener.LocalEndpoint}");

    public bool IsBypassed(Uri host) => host.Host != _host;

    public async ValueTask DisposeAsync()
    {
        HttpClient.DefaultProxy = _before;
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                {
                }

                await client.GetStream().WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 407 Proxy Authentication Required\r\n{_offers}Content-Length: 0\r\n\r\n"),
                    _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }
}
