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
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.TestSupport.Proxies;

/// <summary>Terminates the TLS connections of its clients under a root of its own, records the plain text, and connects to the service itself.</summary>
internal sealed partial class InspectingProxy : IProxy
{
    /// <summary>The name of the root.</summary>
    public const string RootName = "Test Inspection Root";

    private readonly ScratchDirectory _folder = new();
    private readonly TestAuthority _root = new(RootName);
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2 _serviceRoot;
    private readonly StringBuilder _read = new();
    private readonly Lock _gate = new();
    private readonly LoopbackServer _server;

    /// <summary>Starts it.</summary>
    /// <param name="serviceRootPath">The root of the service's TLS certificate, PEM.</param>
    public InspectingProxy(string serviceRootPath)
    {
        _certificate = _root.IssueServer(IPAddress.Loopback.ToString());
        File.WriteAllText(RootPath, _root.Certificate.ExportCertificatePem());
        _serviceRoot = X509CertificateLoader.LoadCertificateFromFile(serviceRootPath);
        _server = new LoopbackServer((client, stop) => ServeAsync(client.GetStream(), stop));
    }

    /// <inheritdoc/>
    public Uri Address => _server.Address(Uri.UriSchemeHttp);

    /// <inheritdoc/>
    public string RootPath => _folder.Member("inspection-root.pem");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> StopAsync()
    {
        await _server.StopAsync();
        return [.. Recorded().Matches(_read.ToString()).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        _root.Dispose();
        _serviceRoot.Dispose();
        _folder.Dispose();
    }

    private async Task ServeAsync(Stream client, CancellationToken stop)
    {
        ConnectRequest request = await ConnectRequest.ReadAsync(client, stop);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, request.Port, stop);
        await using var server = new SslStream(connection.GetStream());
        await server.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", CertificateChainPolicy = ServicePolicy() }, stop);

        await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), stop);
        await using var opened = new SslStream(client);
        var context = SslStreamCertificateContext.Create(_certificate, [_root.Certificate], offline: true);
        await opened.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context }, stop);
        await Tunnel.CarryAsync(opened, server, Record, stop);
    }

    private void Record(ReadOnlyMemory<byte> bytes)
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
    private static partial Regex Recorded();
}
