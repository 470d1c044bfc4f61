using System;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Http;

/// <summary>
/// A server may send a self-signed certificate of its CA before the one by which a pinned root certifies the same key: public CAs
/// do while a new root is not known everywhere. Any chain to a pin counts.
/// </summary>
public sealed class TlsTwinTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chain_that_leads_to_the_pin_counts()
    {
        await using SandboxProcess sandbox = await StartAsync();
        await EnrollAsync(sandbox, definition => definition);
    }

    [Fact]
    public void Where_only_the_pin_is_known_the_root_is_taken_from_this_computer()
    {
        using var authority = new TestAuthority("Twin TLS CA");
        using X509Certificate2 cross = TrustedRoot.Authority.CrossCertify(authority);
        using X509Certificate2 server = authority.IssueServer("127.0.0.1");
        using var chain = new X509Chain();
        chain.ChainPolicy.ExtraStore.AddRange(new X509Certificate2[] { authority.Certificate, cross });
        TrustAnchor pin = Pin(TrustedRoot.Authority.Certificate.RawData);

        ServerTrustResult result = new ServerTrust([pin], allowsTlsInspection: false, SettableClock.AtNow())
            .Evaluate(server, chain, SslPolicyErrors.RemoteCertificateChainErrors);

        Assert.Equal(pin, result.Anchor);
        Assert.Null(result.Failure);
    }

    [Fact]
    public async Task The_twin_counts_where_it_is_pinned_itself()
    {
        await using SandboxProcess sandbox = await StartAsync();
        byte[] twin = Twin(sandbox);
        await EnrollAsync(sandbox, definition => WithServerAnchors(definition, Pin(twin)));
    }

    [Fact]
    public async Task A_pin_that_neither_leads_to_is_as_good_as_none()
    {
        await using SandboxProcess sandbox = await StartAsync();
        using var stranger = new TestAuthority("Stranger");
        ServiceDefinition definition = WithServerAnchors(Load(sandbox), Pin(stranger.Certificate.RawData));
        using var user = new ScratchUser();
        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(definition, sandbox.Codes[0], Token));
        Assert.Equal(ErrorId.ServerNotTrusted, error.ErrorId);
    }

    private static Task<SandboxProcess> StartAsync() =>
        SandboxProcess.StartAsync(new SandboxOptions { Behavior = ["--tls-twin"] }, Token);

    private static async Task EnrollAsync(SandboxProcess sandbox, Func<ServiceDefinition, ServiceDefinition> change)
    {
        using var user = new ScratchUser();
        EnrollmentResult result = await user.EnrollAsync(change(Load(sandbox)), sandbox.Codes[0], Token, Outcomes.Quick);
        Assert.Equal(EnrollmentStatus.Enrolled, result.Status);
    }

    private static ServiceDefinition Load(SandboxProcess sandbox) => new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);

    private static byte[] Twin(SandboxProcess sandbox)
    {
        string path = Directory.GetFiles(sandbox.DataDirectory, "*twin*.pem").Single();
        using X509Certificate2 twin = X509CertificateLoader.LoadCertificateFromFile(path);
        return twin.RawData;
    }

    private static TrustAnchor Pin(byte[] root) => new("pin", TrustAnchorPurpose.Server, Fingerprint.Sha256(root), Certificate: null);

    private static ServiceDefinition WithServerAnchors(ServiceDefinition definition, TrustAnchor anchor) => definition with
    {
        TrustAnchors = [.. definition.TrustAnchors.Where(other => other.Purpose != TrustAnchorPurpose.Server), anchor],
    };
}
