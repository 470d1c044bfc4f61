using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Servers;

/// <summary>
/// Answers requests with bytes that need not be HTTP, over TLS or, as a proxy, without. A connection is closed after the last
/// answer for it.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly X509Certificate2? _certificate;
    private readonly Func<string, int, (byte[] Bytes, bool IsLast)> _answer;
    private readonly LoopbackServer _server;

    /// <summary>Starts listening.</summary>
    /// <param name="certificate">The TLS certificate, which the caller keeps; null for no TLS.</param>
    /// <param name="answer">
    /// Answers a request, of which it sees the head and the number on its connection, from 0. The last answer closes it.
    /// </param>
    public RawServer(X509Certificate2? certificate, Func<string, int, (byte[] Bytes, bool IsLast)> answer)
    {
        (_certificate, _answer) = (certificate, answer);
        _server = new LoopbackServer(ServeAsync);
    }

    /// <summary>The root of its addresses.</summary>
    public Uri Address => _server.Address(_certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        client.NoDelay = true;
        Stream stream = client.GetStream();
        if (_certificate is not null)
        {
            var secured = new SslStream(stream);
            stream = secured;
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stop);
        }

        await using (stream)
        {
            bool isLast = false;
            for (int number = 0; !isLast && await ReadAsync(stream, stop) is { } head; number++)
            {
                (byte[] answer, isLast) = _answer(head, number);
                await stream.WriteAsync(answer, stop);
                await stream.FlushAsync(stop);
            }

            // A reset would take away what the client has not read yet.
            client.Client.Shutdown(SocketShutdown.Send);
        }
    }

    // The head, after its body was read as well; null at the end of the connection.
    private static async Task<string?> ReadAsync(Stream stream, CancellationToken stop)
    {
        var received = new List<byte>();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            string text = Encoding.Latin1.GetString([.. received]);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && received.Count >= end + 4 + BodyLength(text[..end]))
            {
                return text[..end];
            }

            int read = await stream.ReadAsync(buffer, stop);
            if (read == 0)
            {
                return null;
            }

            received.AddRange(buffer.Take(read));
        }
    }

    private static int BodyLength(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
