using System;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Http;

/// <summary>Whoever answers a connection cannot have this computer fetch from an address of their choice.</summary>
public sealed class IssuerFetchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_issuer_that_a_certificate_of_a_server_names_is_not_fetched()
    {
        await using var elsewhere = new LoopbackServer((_, _) => Task.CompletedTask);
        using var authority = new TestAuthority("Stranger");
        using X509Certificate2 certificate = authority.IssueServer("127.0.0.1", new Uri(elsewhere.Address("http"), "ca.cer"));
        await using var server = new LoopbackServer((client, stop) => ServeAsync(client, certificate, stop));
        var clients = new HttpClientFactory(SettableClock.AtNow(), new NetworkOptions { NoProxy = true }, new PlatformHttpHandlerFactory());
        using PinnedHttpClient client = clients.Create([], ServiceNetwork.Default);

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => client.GetAsync(server.Address("https"), Token));

        Assert.Equal(ErrorId.ServerNotTrusted, error.ErrorId);
        await elsewhere.StopAsync();
        Assert.Equal(0, elsewhere.Connections);
    }

    // The server must not look for the issuer itself.
    private static async Task ServeAsync(TcpClient client, X509Certificate2 certificate, CancellationToken stop)
    {
        await using var tls = new SslStream(client.GetStream());
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
        };
        await tls.AuthenticateAsServerAsync(options, stop);
        _ = await tls.ReadAsync(new byte[1], stop);
    }
}
