using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.TestSupport.Proxies;

/// <summary>Stands in for an HTTP proxy on the loopback interface that opens tunnels, or fails in one of the usual ways.</summary>
internal sealed class FakeProxy : IProxy
{
    private const string Page = "<!DOCTYPE html><html><head><title>Blocked</title></head><body><h1>Access denied</h1></body></html>";

    private readonly Func<FakeProxy, ConnectRequest, Stream, CancellationToken, Task> _answer;
    private readonly LoopbackServer _server;
    private int _refusals;
    private int _tunnels;

    private FakeProxy(Func<FakeProxy, ConnectRequest, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _server = new LoopbackServer(async (client, stop) =>
            await _answer(this, await ConnectRequest.ReadAsync(client.GetStream(), stop), client.GetStream(), stop));
    }

    /// <inheritdoc/>
    public Uri Address => _server.Address(Uri.UriSchemeHttp);

    /// <summary>The number of requests with wrong credentials.</summary>
    public int Refusals => _refusals;

    /// <summary>The number of opened tunnels.</summary>
    public int Tunnels => _tunnels;

    /// <summary>Refuses every request and asks for credentials.</summary>
    /// <param name="challenges">The values of the Proxy-Authenticate fields.</param>
    public static FakeProxy Refusing(params string[] challenges) =>
        new((_, _, client, stop) => ChallengeAsync(client, challenges, stop));

    /// <summary>Opens tunnels for one user who authenticates with Basic.</summary>
    public static FakeProxy ForUser(string user, string password)
    {
        string expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return new((proxy, request, client, stop) => request.Credential == expected
            ? proxy.OpenAsync(request, client, stop)
            : proxy.RefuseAsync(request, client, stop));
    }

    /// <summary>Answers with 403 and a page for people.</summary>
    public static FakeProxy Forbidding() => new((_, _, client, stop) => WriteAsync(
        client, $"403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: {Page.Length}\r\n\r\n{Page}", stop));

    /// <summary>Closes the connection without a response.</summary>
    public static FakeProxy Dropping() => new((_, _, _, _) => Task.CompletedTask);

    /// <summary>Never answers.</summary>
    public static FakeProxy Silent() => new((_, _, _, stop) => Task.Delay(Timeout.Infinite, stop));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> StopAsync()
    {
        await _server.StopAsync();
        return null;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Task ChallengeAsync(Stream client, IEnumerable<string> challenges, CancellationToken stop) => WriteAsync(
        client,
        "407 Proxy Authentication Required\r\n"
            + string.Concat(challenges.Select(challenge => $"Proxy-Authenticate: {challenge}\r\n"))
            + "Connection: close\r\nContent-Length: 0\r\n\r\n",
        stop);

    private static Task WriteAsync(Stream client, string response, CancellationToken stop) =>
        client.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 " + response), stop).AsTask();

    private Task RefuseAsync(ConnectRequest request, Stream client, CancellationToken stop)
    {
        if (request.Credential is not null)
        {
            Interlocked.Increment(ref _refusals);
        }

        return ChallengeAsync(client, ["Basic realm=\"test\""], stop);
    }

    private async Task OpenAsync(ConnectRequest request, Stream client, CancellationToken stop)
    {
        Interlocked.Increment(ref _tunnels);
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, request.Port, stop);
        await WriteAsync(client, "200 Connection established\r\n\r\n", stop);
        await Tunnel.CarryAsync(client, server.GetStream(), null, stop);
    }
}
