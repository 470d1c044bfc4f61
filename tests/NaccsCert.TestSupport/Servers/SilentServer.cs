using System;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Servers;

/// <summary>Answers the first bytes of each connection with a fixed text, and stays silent from then on.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    /// <summary>Starts listening.</summary>
    /// <param name="text">The ASCII text; empty for none.</param>
    /// <param name="hangsUp">Whether the connection is closed after the text.</param>
    public SilentServer(string text = "", bool hangsUp = false) =>
        _server = new LoopbackServer((client, stop) => ServeAsync(client, Encoding.ASCII.GetBytes(text), hangsUp, stop));

    /// <summary>Gives the address with a scheme.</summary>
    public Uri Url(string scheme) => _server.Address(scheme);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task ServeAsync(TcpClient client, byte[] text, bool hangsUp, CancellationToken stop)
    {
        _ = await client.GetStream().ReadAsync(new byte[4096], stop);
        await client.GetStream().WriteAsync(text, stop);
        if (!hangsUp)
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
    }
}
