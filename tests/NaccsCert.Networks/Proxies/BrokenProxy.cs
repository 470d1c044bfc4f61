using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Networks.Proxies;

/// <summary>A proxy that opens no tunnel, in one of the ways in which proxies do not.</summary>
internal sealed class BrokenProxy : IProxy
{
    private const string Page = "<!DOCTYPE html><html><head><title>Blocked</title></head><body><h1>Access denied</h1></body></html>";

    private readonly LoopbackServer _server;

    private BrokenProxy(Func<Stream, CancellationToken, Task> answer) => _server = new LoopbackServer(async (client, token) =>
    {
        await Tunnel.ReadConnectAsync(client, token);
        await answer(client, token);
    });

    /// <inheritdoc/>
    public Uri Address => new($"http://127.0.0.1:{_server.Port}");

    /// <summary>Answers with 403 and a page for people.</summary>
    public static BrokenProxy Forbidding() => new((client, token) => Tunnel.WriteAsync(
        client, $"HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: {Page.Length}\r\n\r\n{Page}", token).AsTask());

    /// <summary>Closes the connection instead of an answer.</summary>
    public static BrokenProxy Dropping() => new((_, _) => Task.CompletedTask);

    /// <summary>Never answers.</summary>
    public static BrokenProxy Silent() => new((_, token) => Task.Delay(Timeout.Infinite, token));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> StopAsync()
    {
        await _server.StopAsync();
        return null;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
