using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using NaccsCert.Services;

namespace NaccsCert.Benchmarks.Connecting;

/// <summary>Hosts with delays, under one root, and the definitions that lead to them.</summary>
internal sealed class DelayingService : IAsyncDisposable
{
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _server;
    private readonly List<DelayingHost> _hosts;

    /// <summary>Starts the hosts.</summary>
    /// <param name="delays">The delay of each.</param>
    public DelayingService(IEnumerable<TimeSpan> delays)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Benchmark TLS Root", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(rootRequest.PublicKey, critical: false));
        _root = rootRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", serverKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 bare = request.Create(_root, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(9), [1]);
        _server = bare.CopyWithPrivateKey(serverKey);
        _hosts = [.. delays.Select(delay => new DelayingHost(_server, delay))];
    }

    /// <summary>A definition with the hosts at these places of the list, each as often as it is named.</summary>
    public ServiceDefinition Define(IEnumerable<int> hosts) => ServiceDefinitionParser.Parse(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            schemaVersion = 1,
            name = "benchmark",
            displayName = "Benchmark",
            enrollment = new { protocol = "est", url = "https://elsewhere.invalid/.well-known/est", user = "{code1}", password = "{code2}{code3}" },
            issuer = "Benchmark",
            validity = "P5Y1M",
            renewalWindow = "P28D",
            hosts = hosts.Select(host => new { role = "Delayed", host = "127.0.0.1", port = _hosts[host].Port, environment = "Test" }),
            trustAnchors = new[] { new { name = "Root", sha256 = _root.GetCertHashString(HashAlgorithmName.SHA256), file = "root.pem" } },
        })),
        "benchmark",
        _ => Encoding.ASCII.GetBytes(_root.ExportCertificatePem()));

    public async ValueTask DisposeAsync()
    {
        foreach (DelayingHost host in _hosts)
        {
            await host.DisposeAsync();
        }

        _server.Dispose();
        _root.Dispose();
    }
}
