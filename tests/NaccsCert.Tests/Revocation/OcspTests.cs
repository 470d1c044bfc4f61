using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Time;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Revocation;

/// <summary>What the OCSP responder says is believed, and what the list says where the responder says nothing.</summary>
public sealed class OcspTests
{
    private const string Signing = "1.3.6.1.5.5.7.3.9";

    [Fact]
    public async Task Good_passes_and_the_list_is_not_asked()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install();
        scene.Answer(new OcspReply());

        Check check = await scene.CheckAsync();

        Assert.Equal(CheckStatus.Passed, check.Status);
        Assert.Contains("OCSP", check.Detail, StringComparison.Ordinal);
        Assert.Equal("POST", Assert.Single(scene.Service.Requests).Method);
    }

    [Fact]
    public async Task Revoked_fails_with_date_and_reason()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install();
        var answer = new OcspReply { State = OcspReply.Revoked };
        scene.Answer(answer);
        scene.Publish();

        Check check = await scene.CheckAsync();

        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.Contains(LocalTime.Text(answer.RevokedAt), check.Detail, StringComparison.Ordinal);
        Assert.Contains("keyCompromise", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_since_when_and_why_too()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install(both => both with { Responder = null });
        scene.Publish(certificate);

        Check check = await scene.CheckAsync();

        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.Contains("keyCompromise", check.Detail, StringComparison.Ordinal);
        Assert.Contains(LocalTime.Text(DateTimeOffset.UtcNow)[..4], check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_responder_to_whom_the_issuer_delegated_is_believed()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install(both => both with { RevocationList = null });
        using X509Certificate2 responder = scene.Authority.IssueWithKey(new ClientProfile { Usage = Signing });
        scene.Answer(new OcspReply(), OcspSigner.Delegate(responder));

        Assert.Equal(CheckStatus.Passed, (await scene.CheckAsync()).Status);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_answer_without_either_nonce_or_end_is_believed(bool hasNonce, bool hasEnd)
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install(both => both with { RevocationList = null });
        scene.Answer(new OcspReply
        {
            ThisUpdate = DateTimeOffset.UtcNow.AddHours(-2),
            NextUpdate = hasEnd ? DateTimeOffset.UtcNow.AddHours(1) : null,
            Nonce = nonce => hasNonce ? nonce : null,
        });

        Assert.Equal(CheckStatus.Passed, (await scene.CheckAsync()).Status);
    }

    [Fact]
    public async Task A_clock_that_is_a_little_off_does_not_matter()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install(both => both with { RevocationList = null });
        scene.Answer(new OcspReply { ThisUpdate = DateTimeOffset.UtcNow.AddMinutes(4) });

        Assert.Equal(CheckStatus.Passed, (await scene.CheckAsync()).Status);
    }

    [Fact]
    public async Task Where_the_responder_cannot_be_reached_the_list_tells()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        var closed = new Uri($"http://127.0.0.1:{Ports.Closed()}/ocsp");
        using X509Certificate2 certificate = scene.Install(both => both with { Responder = closed });
        scene.Publish(certificate);

        Assert.Equal(CheckStatus.Failed, (await scene.CheckAsync()).Status);
    }

    [Fact]
    public async Task Where_neither_can_be_reached_there_is_a_warning_with_both_reasons()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        int port = Ports.Closed();
        using X509Certificate2 certificate = scene.Install(both => both with
        {
            Responder = new Uri($"http://127.0.0.1:{port}/ocsp"),
            RevocationList = new Uri("http://nowhere.naccscert.invalid/list.crl"),
        });

        Check check = await scene.CheckAsync();

        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.Matches($"OCSP: .*{port}.*; CRL: .*nowhere", check.Detail);
    }

    [Fact]
    public async Task Both_ways_go_through_the_proxy()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        int port = Ports.Closed();
        using X509Certificate2 certificate = scene.Install();
        scene.Answer(new OcspReply());
        scene.Publish();

        Check check = await scene.CheckAsync(new NetworkOptions { Proxy = new Uri($"http://127.0.0.1:{port}") });

        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.Matches($"OCSP: .*{port}.*; CRL: .*{port}", check.Detail);
        Assert.Empty(scene.Service.Requests);
    }
}
