using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Proxies;

/// <summary>Carries bytes between the two sides of a tunnel.</summary>
internal static class Tunnel
{
    /// <summary>Carries bytes both ways until one side has no more.</summary>
    /// <param name="client">The client's side.</param>
    /// <param name="server">The server's side.</param>
    /// <param name="inspect">Sees what the client sends; null for nobody.</param>
    /// <param name="cancellationToken">Ends the tunnel.</param>
    public static async Task CarryAsync(
        Stream client, Stream server, Action<ReadOnlyMemory<byte>>? inspect, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] ways = [CopyAsync(client, server, inspect, over.Token), CopyAsync(server, client, null, over.Token)];
        await Task.WhenAny(ways);
        await over.CancelAsync();
        await Task.WhenAll(ways);
    }

    private static async Task CopyAsync(Stream from, Stream to, Action<ReadOnlyMemory<byte>>? inspect, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            inspect?.Invoke(buffer.AsMemory(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
