using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Relays;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>The line drops after the service has issued. It gives one certificate a code set, so the request must be the same.</summary>
public sealed class LostResponseTests(SandboxFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_run_sends_the_identical_request_and_installs()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request =>
        {
            service.Issue(request);
            return Reply.Nothing;
        });

        NaccsException lost = await user.FailAsync(service.Define(), ErrorId.ConnectionFailed, Token);

        JournalEntry entry = user.AssertKept(lost);
        Assert.Equal(EnrollmentStage.Submitted, entry.State);
        service.Answer("simpleenroll", request => service.Issue(request));
        EnrollmentResult enrolled = await user.EnrollAsync(service.Define(), Token);
        Assert.Equal(entry.Id, enrolled.EnrollmentId);
        Assert.Equal(service.RequestsFor("simpleenroll")[0].Body, service.RequestsFor("simpleenroll")[1].Body);
        Assert.Empty(user.Journal.Read());
    }

    [Fact]
    public async Task The_sandbox_gives_its_certificate_to_the_identical_request()
    {
        var cutter = new ResponseCutter();
        await using var relay = new Relay(fixture.Sandbox.Url, cutter.NewFilter);
        ServiceDefinition definition = Through(relay);
        CodeSet set = fixture.TakeCodes();
        using var user = new ScratchUser();
        using AuthenticationCodes codes = TestSessions.Codes(set);
        using (var session = EnrollmentSession.Enroll(user.Environment, definition, codes, Outcomes.Quick))
        {
            await session.AdvanceUntilAsync(EnrollmentStage.Submitted, Token);

            // The first answer is the challenge, the second one the certificate.
            cutter.LoseResponse(2);
            NaccsException lost = await Assert.ThrowsAsync<NaccsException>(() => session.FinishAsync(Token));
            Assert.Equal(ErrorId.ConnectionFailed, lost.ErrorId);
            user.AssertKept(lost);
        }

        EnrollmentResult result = await user.EnrollAsync(definition, set, Token);

        Assert.Equal(EnrollmentStatus.Enrolled, result.Status);
        Assert.Equal(set.Terminal, result.Terminal);
        Assert.Empty(user.Journal.Read());
    }

    [Fact]
    public async Task A_renewal_whose_answer_was_lost_goes_on_likewise()
    {
        var cutter = new ResponseCutter();
        await using var relay = new Relay(fixture.Sandbox.Url, cutter.NewFilter);
        ServiceDefinition definition = Through(relay);
        using var user = new ScratchUser();
        EnrollmentResult enrolled = await user.EnrollAsync(fixture.Definition, fixture.TakeCodes(), Token, Outcomes.Quick);
        using StoredCertificate old = Assert.Single(user.Certificates(definition));
        using (var session = EnrollmentSession.Reenroll(user.Environment, definition, old.Handle, Outcomes.Quick))
        {
            await session.AdvanceUntilAsync(EnrollmentStage.Submitted, Token);
            cutter.LoseResponse(1);
            NaccsException lost = await Assert.ThrowsAsync<NaccsException>(() => session.FinishAsync(Token));
            Assert.Equal(ErrorId.ConnectionFailed, lost.ErrorId);
            user.AssertKept(lost);
            Assert.Equal(enrolled.Thumbprint, Assert.Single(user.Certificates(definition)).Record.Thumbprint);
        }

        EnrollmentResult renewed = await user.RenewAsync(definition, old.Handle, Token);

        Assert.Equal(EnrollmentStatus.Renewed, renewed.Status);
        Assert.Equal(2, user.Certificates(definition).Count);
        Assert.Empty(user.Journal.Read());
    }

    private ServiceDefinition Through(Relay relay)
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(fixture.Sandbox.ServiceDefinitionPath))!;
        json["enrollment"]!["url"] = relay.Origin.GetLeftPart(System.UriPartial.Authority) + fixture.Definition.Enrollment.Url.AbsolutePath;
        return ServiceDefinitionParser.Parse(
            System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()),
            "relayed",
            file => File.ReadAllBytes(Path.Combine(fixture.Sandbox.DataDirectory, file)));
    }
}
