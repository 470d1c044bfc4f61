using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Networks.Proxies;

/// <summary>The beginning of a tunnel (RFC 9110, section 9.3.6), and what flows through it.</summary>
internal static class Tunnel
{
    private const int MaxHeadBytes = 16 * 1024;

    /// <summary>Reads a CONNECT request to the end of its head.</summary>
    /// <returns>The port that it names; all hosts here are this one.</returns>
    /// <exception cref="EndOfStreamException">The client left before.</exception>
    public static async Task<int> ReadConnectAsync(Stream client, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var octet = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && head.Length < MaxHeadBytes)
        {
            await client.ReadExactlyAsync(octet, cancellationToken);
            head.Append((char)octet[0]);
        }

        string authority = head.ToString().Split(' ')[1];
        return int.Parse(authority.AsSpan(authority.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>Answers the client.</summary>
    public static ValueTask WriteAsync(Stream client, string text, CancellationToken cancellationToken) =>
        client.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);

    /// <summary>Carries bytes both ways until one side has no more.</summary>
    /// <param name="client">One side.</param>
    /// <param name="server">The other.</param>
    /// <param name="look">Sees what the client says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task CarryAsync(Stream client, Stream server, Action<ReadOnlyMemory<byte>> look, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] ways = [CopyAsync(client, server, look, over.Token), CopyAsync(server, client, _ => { }, over.Token)];
        await Task.WhenAny(ways);
        await over.CancelAsync();
        await Task.WhenAll(ways);
    }

    private static async Task CopyAsync(Stream from, Stream to, Action<ReadOnlyMemory<byte>> look, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            look(buffer.AsMemory(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
