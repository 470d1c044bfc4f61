using System;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Scep;

/// <summary>One data folder, visited at different times and by both protocols.</summary>
public sealed class ScepTimeTests(ScratchDirectory data) : IClassFixture<ScratchDirectory>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_request_waits_for_approval_and_is_asked_for_by_its_transaction()
    {
        using var requester = new ScepRequester();
        using var stranger = new ScepRequester { Transaction = requester.Transaction };
        var options = new SandboxOptions { DataDirectory = data.Member("approval"), ApprovalDelay = TimeSpan.FromHours(2), Now = Start };
        await using (SandboxProcess early = await ScepClient.StartSandboxAsync(options))
        {
            using var client = new ScepClient(early);
            Assert.Equal("3", (await client.SendAsync(requester.Enroll(early.Codes[0], client.Authority))).Status);
            Assert.Equal("3", (await client.SendAsync(requester.Poll(client.Authority))).Status);
        }

        await using SandboxProcess late = await ScepClient.StartSandboxAsync(options with { Now = Start.AddHours(3) });
        using var again = new ScepClient(late);
        ScepReply other = await again.SendAsync(stranger.Poll(again.Authority));
        using X509Certificate2 certificate = (await again.SendAsync(requester.Poll(again.Authority))).Certificate(requester);
        using X509Certificate2 same = (await again.SendAsync(requester.Poll(again.Authority))).Certificate(requester);
        Assert.Equal(("2", "4"), (other.Status, other.FailInfo));
        Assert.Equal(late.Codes[0].Terminal, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.Equal(certificate.RawData, same.RawData);
    }

    [Fact]
    public async Task What_est_issued_scep_renews_but_not_before_the_window_opens()
    {
        using var requester = new ScepRequester();
        using var next = new ScepRequester();
        var options = new SandboxOptions { DataDirectory = data.Member("both"), Now = Start };
        await using (SandboxProcess est = await SandboxProcess.StartAsync(options with { Validity = "P60D" }, TestContext.Current.CancellationToken))
        {
            using var client = new EstClient(est);
            using HttpResponseMessage reply = await client.EnrollAsync(est.Codes[0], requester.SigningRequest());
            requester.Use(await reply.CertificateAsync());
        }

        await using (SandboxProcess early = await ScepClient.StartSandboxAsync(options with { Now = Start.AddDays(31) }))
        {
            using var client = new ScepClient(early);
            ScepReply refused = await client.SendAsync(requester.Renew(next, client.Authority));
            Assert.Equal(("2", true), (refused.Status, refused.Reason!.StartsWith("the renewal window opens on ", StringComparison.Ordinal)));
        }

        await using SandboxProcess late = await ScepClient.StartSandboxAsync(options with { Now = Start.AddDays(33) });
        using var open = new ScepClient(late);
        using X509Certificate2 renewed = (await open.SendAsync(requester.Renew(next, open.Authority))).Certificate(requester);
        Assert.Equal(next.PublicKey, renewed.PublicKey.ExportSubjectPublicKeyInfo());
    }
}
