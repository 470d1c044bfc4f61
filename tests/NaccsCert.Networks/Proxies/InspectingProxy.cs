using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Networks.Proxies;

/// <summary>A proxy that opens the TLS connections of its clients, reads along, and speaks to the service itself.</summary>
internal sealed partial class InspectingProxy : IProxy
{
    private readonly InspectingAuthority _authority = new();
    private readonly X509Certificate2 _serviceRoot;
    private readonly StringBuilder _read = new();
    private readonly Lock _gate = new();
    private readonly LoopbackServer _server;

    /// <summary>Starts it.</summary>
    /// <param name="serviceRootPath">The root of the service's TLS certificate, PEM.</param>
    public InspectingProxy(string serviceRootPath)
    {
        _serviceRoot = X509CertificateLoader.LoadCertificateFromFile(serviceRootPath);
        _server = new LoopbackServer(ServeAsync);
    }

    /// <inheritdoc/>
    public Uri Address => new($"http://127.0.0.1:{_server.Port}");

    /// <inheritdoc/>
    public string RootPath => _authority.RootPath;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> StopAsync()
    {
        await _server.StopAsync();
        return [.. Telling().Matches(_read.ToString()).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _authority.Dispose();
        _serviceRoot.Dispose();
    }

    private async Task ServeAsync(Stream client, CancellationToken cancellationToken)
    {
        int port = await Tunnel.ReadConnectAsync(client, cancellationToken);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await using var server = new SslStream(connection.GetStream());
        await server.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", CertificateChainPolicy = ServicePolicy() }, cancellationToken);

        await Tunnel.WriteAsync(client, "HTTP/1.1 200 Connection established\r\n\r\n", cancellationToken);
        await using var opened = new SslStream(client);
        await opened.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateContext = _authority.Context }, cancellationToken);
        await Tunnel.CarryAsync(opened, server, Read, cancellationToken);
    }

    private void Read(ReadOnlyMemory<byte> bytes)
    {
        lock (_gate)
        {
            _read.Append(Encoding.Latin1.GetString(bytes.Span));
        }
    }

    private X509ChainPolicy ServicePolicy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { _serviceRoot },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    // The codes are in the header field.
    [GeneratedRegex("^(GET|POST|Authorization)(?=[ :])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
