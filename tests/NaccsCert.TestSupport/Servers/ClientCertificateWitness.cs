using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Servers;

/// <summary>Asks for a client certificate in every TLS handshake, and notes which connections showed one and which sent a request.</summary>
internal sealed class ClientCertificateWitness : IAsyncDisposable
{
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");

    private readonly IReadOnlyList<X509Certificate2> _certificates;
    private readonly SslProtocols _version;
    private readonly ConcurrentQueue<string> _shown = new();
    private readonly ConcurrentQueue<string?> _requests = new();
    private readonly LoopbackServer _server;
    private int _connections = -1;

    /// <summary>Starts the server.</summary>
    /// <param name="version">The TLS version.</param>
    /// <param name="certificates">The certificates of its connections, one after the other, and from the first again.</param>
    public ClientCertificateWitness(SslProtocols version, params X509Certificate2[] certificates)
    {
        (_version, _certificates) = (version, certificates);
        _server = new LoopbackServer(ServeAsync);
    }

    /// <summary>The root of its addresses.</summary>
    public Uri Address => _server.Address(Uri.UriSchemeHttps);

    /// <summary>The thumbprints of the client certificates that were shown, whatever became of the connection.</summary>
    public IReadOnlyCollection<string> Shown => _shown;

    /// <summary>The thumbprint of the client certificate of each request's connection; null for none.</summary>
    public IReadOnlyCollection<string?> Requests => _requests;

    /// <summary>Stops; what was noted is final.</summary>
    public Task StopAsync() => _server.StopAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [SuppressMessage("Security", "CA5359", Justification = "A witness notes what it is shown, whatever that is.")]
    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        string? shown = null;
        await using var stream = new SslStream(client.GetStream());
        int number = Interlocked.Increment(ref _connections);
        await stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = _certificates[number % _certificates.Count],
                ClientCertificateRequired = true,
                EnabledSslProtocols = _version,
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    if (certificate is not null)
                    {
                        shown = certificate.GetCertHashString();
                        _shown.Enqueue(shown);
                    }

                    return true;
                },
            },
            stop);
        while (await stream.ReadAsync(new byte[16 * 1024], stop) > 0)
        {
            _requests.Enqueue(shown);
            await stream.WriteAsync(Answer, stop);
        }
    }
}
