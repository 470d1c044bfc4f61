using System.Linq;
using System.Security.Authentication;
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

/// <summary>The client certificate names its terminal and its company: only servers of the service are to see it.</summary>
public sealed class ClientCertificateTests
{
    public static TheoryData<SslProtocols> Versions => [SslProtocols.Tls12, SslProtocols.Tls13];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_server_that_is_not_accepted_sees_no_client_certificate(SslProtocols version)
    {
        using var root = new TestAuthority("Root");
        using var stranger = new TestAuthority("Stranger");
        using X509Certificate2 server = stranger.IssueServer("127.0.0.1");
        await using var witness = new ClientCertificateWitness(version, server);

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => AskAsync(witness, root));

        Assert.Equal(ErrorId.ServerNotTrusted, error.ErrorId);
        await witness.StopAsync();
        Assert.Empty(witness.Shown);
        Assert.Empty(witness.Requests);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_server_that_is_accepted_sees_it_with_the_first_request(SslProtocols version)
    {
        using var root = new TestAuthority("Root");
        using X509Certificate2 server = root.IssueServer("127.0.0.1");
        await using var witness = new ClientCertificateWitness(version, server);

        string thumbprint = await AskAsync(witness, root);

        await witness.StopAsync();
        Assert.Equal([thumbprint, thumbprint], witness.Requests);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Several_servers_behind_one_name_see_it_too(SslProtocols version)
    {
        using var root = new TestAuthority("Root");
        X509Certificate2[] servers = [.. Enumerable.Range(0, 3).Select(_ => root.IssueServer("127.0.0.1"))];
        await using var witness = new ClientCertificateWitness(version, servers);

        string thumbprint = await AskAsync(witness, root);

        await witness.StopAsync();
        Assert.Equal([thumbprint, thumbprint], witness.Requests);
        System.Array.ForEach(servers, server => server.Dispose());
    }

    // Asks twice, and gives the thumbprint of the client certificate.
    private static async Task<string> AskAsync(ClientCertificateWitness witness, TestAuthority root)
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using X509Certificate2 certificate = authority.IssueWithKey();
        ServiceDefinition definition = new DefinitionBuilder(witness.Address).Pin("server", root.Certificate).Build();
        var clients = new HttpClientFactory(SettableClock.AtNow(), new NetworkOptions { NoProxy = true }, new PlatformHttpHandlerFactory());
        using PinnedHttpClient client = clients.Create(definition.ServerAnchors, definition.Network, certificate);
        await client.GetAsync(witness.Address, Token);
        await client.GetAsync(witness.Address, Token);
        return certificate.Thumbprint;
    }
}
