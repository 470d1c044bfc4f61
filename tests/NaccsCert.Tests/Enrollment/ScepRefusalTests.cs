using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>What enrollment and renewal by SCEP (RFC 8894) refuse before a message is sent, and rehearsals as well.</summary>
public sealed class ScepRefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_CA_of_another_root_gets_no_code()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var stranger = new ScepAuthority("OU=NACCS Client CA, O=Fake, C=JP");
        service.CACertificates = () => new Reply(200, stranger.Certificate.RawData);
        ServiceDefinition definition = service.Describe().With(json => json["trustAnchors"]![1]!.AsObject().Remove("file")).Build();
        using var user = new ScratchUser();

        user.AssertNothingLeft(await user.FailByScepAsync(definition, ErrorId.AuthorityNotTrusted, Token));
        Assert.Empty(service.Messages);
    }

    [Fact]
    public async Task A_key_that_cannot_decrypt_is_refused_before_anything_is_sent()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var user = new ScratchUser();

        user.AssertNothingLeft(await user.FailAsync(service.Define(), ErrorId.KeyUnsuitable, Token));

        Assert.Empty(service.Messages);
    }

    [Fact]
    public async Task A_CA_that_renews_nothing_says_so_before_a_key_is_made()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        service.Capabilities = "SCEPStandard";
        using var user = new ScratchUser();
        await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token);
        using StoredCertificate current = Assert.Single(user.Certificates(service.Define()));

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => user.RenewAsync(service.Define(), current.Handle, Token));

        Assert.Equal(ErrorId.RenewalNotOffered, error.ErrorId);
        Assert.Empty(user.Journal.Read());
        Assert.Single(service.Messages);
        NaccsException rehearsed = await Assert.ThrowsAsync<NaccsException>(() => ServiceOffer.AskAsync(
            service.Define(), user.Environment.HttpClients, keyAlgorithm: null, current.Handle, new EventList(), Token));
        Assert.Equal((error.ErrorId, error.Message), (rehearsed.ErrorId, rehearsed.Message));
    }

    [Fact]
    public async Task A_rehearsal_tells_of_a_current_key_that_cannot_decrypt_as_the_renewal_does()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var user = new ScratchUser();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 current = new CertificateRequest("CN=current", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        NaccsException rehearsed = await Assert.ThrowsAsync<NaccsException>(() => ServiceOffer.AskAsync(
            service.Define(), user.Environment.HttpClients, keyAlgorithm: null, current, new EventList(), Token));
        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => user.RenewAsync(service.Define(), current, Token));

        Assert.Equal((ErrorId.KeyUnsuitable, error.Message), (rehearsed.ErrorId, rehearsed.Message));
        Assert.Empty(service.Messages);
    }
}
