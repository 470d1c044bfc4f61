using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>Sites of Kestrel, which closes the connection without an alert.</summary>
internal sealed class KestrelSites : IAsyncDisposable
{
    private readonly ServerIdentity _identity;
    private readonly List<HttpTestServer> _servers = [];

    private KestrelSites(ServerIdentity identity) => _identity = identity;

    /// <summary>The sites.</summary>
    public IReadOnlyList<Site> Sites { get; private set; } = [];

    /// <summary>Starts the sites.</summary>
    public static async Task<KestrelSites> StartAsync(SiteFiles files, CancellationToken cancellationToken)
    {
        var sites = new KestrelSites(ServerIdentity.Issue(files.ServerRoot, IPAddress.Loopback.ToString()));
        sites.Sites =
        [
            await sites.StartAsync("requires any", Outcomes.Anyone, ClientCertificateMode.RequireCertificate, true, cancellationToken),
            await sites.StartAsync(
                "requires another",
                new SiteOutcomes("ClientCertificateRefused", "without a TLS alert"),
                ClientCertificateMode.RequireCertificate,
                false,
                cancellationToken),
            await sites.StartAsync("asks for none", Outcomes.NotRequested, ClientCertificateMode.NoCertificate, true, cancellationToken),
        ];
        return sites;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (HttpTestServer server in _servers)
        {
            await server.DisposeAsync();
        }

        _identity.Dispose();
    }

    private async Task<Site> StartAsync(
        string setup, SiteOutcomes expected, ClientCertificateMode mode, bool isAccepted, CancellationToken cancellationToken)
    {
        HttpTestServer server = await HttpTestServer.StartAsync(
            _identity,
            (_, _) => Task.FromResult(Reply.Text(200, "welcome")),
            cancellationToken,
            tls =>
            {
                tls.ClientCertificateMode = mode;
                tls.ClientCertificateValidation = (_, _, _) => isAccepted;
            });
        _servers.Add(server);
        return new Site("Kestrel", setup) { Port = server.Origin.Port, Expected = expected };
    }
}
