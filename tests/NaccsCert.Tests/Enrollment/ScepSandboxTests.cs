using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Relays;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>SCEP at the sandbox, which gives one certificate for a code set and has the CMS of .NET.</summary>
public sealed class ScepSandboxTests : IDisposable
{
    private readonly ScratchDirectory _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("--scep-ra")]
    [InlineData("--scep-ra --plain-http --scep-algorithms Weak")]
    public async Task Codes_become_one_certificate_and_that_one_its_successor(string behavior)
    {
        await using SandboxProcess sandbox = await StartAsync(behavior);
        ServiceDefinition definition = Load(sandbox);
        CodeSet codes = sandbox.Codes[0];
        using var user = new ScratchUser();

        EnrollmentResult enrolled = await user.EnrollAsync(definition, codes, Token);
        using StoredCertificate current = Assert.Single(user.Certificates(definition));
        EnrollmentResult renewed = await user.RenewAsync(definition, current.Handle, Token);

        Assert.Equal(
            (EnrollmentStatus.Enrolled, EnrollmentStatus.Renewed, codes.Terminal), (enrolled.Status, renewed.Status, renewed.Terminal));
        Assert.Equal((CodeUse.Used, null), (enrolled.CodeUse, renewed.CodeUse));
        Assert.Equal(behavior.Contains("--plain-http", StringComparison.Ordinal), definition.Enrollment.IsPlain);
        Assert.Empty(user.Journal.Read());

        using var other = new ScratchUser();
        NaccsException refused = await Assert.ThrowsAsync<NaccsException>(() => other.EnrollAsync(definition, codes, Token));
        Assert.Equal((ErrorId.RequestRejected, CodeUse.NotUsed), (refused.ErrorId, refused.CodeUse));
        other.AssertNothingLeft(refused);
    }

    [Theory]
    [InlineData("WrongNonce", ErrorId.ResponseNotAuthentic)]
    [InlineData("WrongTransaction", ErrorId.ResponseNotAuthentic)]
    [InlineData("OtherSigner", ErrorId.ResponseNotAuthentic)]
    [InlineData("Garbage", ErrorId.ResponseUnreadable)]
    public async Task What_was_issued_in_an_answer_that_lies_is_fetched_by_the_identical_message_without_codes(string answer, ErrorId expected)
    {
        using var user = new ScratchUser();
        CodeSet codes;
        NaccsException error;
        await using (SandboxProcess lying = await StartAsync("--scep-answer " + answer))
        {
            codes = lying.Codes[0];
            error = await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(Load(lying), codes, Token));
        }

        Assert.Equal((expected, CodeUse.Unknown), (error.ErrorId, error.CodeUse));
        JournalEntry kept = user.AssertKept(error);
        await using SandboxProcess honest = await StartAsync(string.Empty);
        await AssertFetchedAsync(user, Load(honest), kept, codes);
    }

    [Fact]
    public async Task A_certificate_whose_answer_was_lost_is_fetched_by_the_identical_message_without_codes()
    {
        await using SandboxProcess sandbox = await StartAsync(string.Empty);
        var cutter = new ResponseCutter();
        await using var relay = new Relay(sandbox.Url, cutter.NewFilter);
        string relayed = Path.Combine(_data.FullPath, "relayed.json");
        SandboxDefinition.Write(sandbox, relayed, json => json["enrollment"]!["url"] =
            relay.Origin.GetLeftPart(UriPartial.Authority) + Load(sandbox).Enrollment.Url.AbsolutePath);
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(relayed);
        using var user = new ScratchUser();
        using AuthenticationCodes codes = TestSessions.Codes(sandbox.Codes[0]);
        JournalEntry kept;
        using (var session = EnrollmentSession.Enroll(user.Environment, definition, codes, new EnrollmentOptions()))
        {
            await session.AdvanceUntilAsync(EnrollmentStage.Submitted, Token);
            Assert.Equal(CodeUse.NotUsed, Assert.Single(user.Journal.Read()).CodeUse);
            cutter.LoseResponse(1);
            NaccsException lost = await Assert.ThrowsAsync<NaccsException>(() => session.FinishAsync(Token));
            Assert.Equal((ErrorId.ConnectionFailed, CodeUse.Unknown), (lost.ErrorId, lost.CodeUse));
            kept = user.AssertKept(lost);
        }

        await AssertFetchedAsync(user, definition, kept, sandbox.Codes[0]);
    }

    [Fact]
    public async Task A_request_that_waits_is_polled_without_codes_and_becomes_a_certificate()
    {
        await using SandboxProcess sandbox = await StartAsync(string.Empty, TimeSpan.FromSeconds(2));
        var clock = SettableClock.AtNow();
        using var user = new ScratchUser(clock);

        EnrollmentResult pending = await user.EnrollAsync(Load(sandbox), sandbox.Codes[0], Token);

        Assert.Equal((EnrollmentStatus.Pending, CodeUse.Unknown), (pending.Status, pending.CodeUse));
        JournalEntry entry = Assert.Single(user.Journal.Read());
        Assert.Equal((EnrollmentStage.Pending, false), (entry.State, entry.NeedsCodes));
        EnrollmentResult enrolled = pending;
        while (enrolled.Status == EnrollmentStatus.Pending)
        {
            clock.UtcNow = enrolled.NextAttempt!.Value;
            enrolled = await ResumeAsync(user, Load(sandbox), entry.Id);
        }

        Assert.Equal((EnrollmentStatus.Enrolled, CodeUse.Used, sandbox.Codes[0].Terminal), (enrolled.Status, enrolled.CodeUse, enrolled.Terminal));
        Assert.Empty(user.Keys.Left);
    }

    // The sandbox has issued: another message for the same codes would be refused.
    private static async Task AssertFetchedAsync(ScratchUser user, ServiceDefinition definition, JournalEntry kept, CodeSet codes)
    {
        Assert.Equal((EnrollmentStage.Submitted, false), (kept.State, kept.NeedsCodes));
        EnrollmentResult enrolled = await ResumeAsync(user, definition, kept.Id);
        Assert.Equal((EnrollmentStatus.Enrolled, CodeUse.Used, codes.Terminal), (enrolled.Status, enrolled.CodeUse, enrolled.Terminal));
        Assert.Equal(enrolled.Thumbprint, Assert.Single(user.Certificates(definition)).Record.Thumbprint);
        Assert.Empty(user.Keys.Left);
        Assert.Empty(user.Journal.Read());
    }

    private static async Task<EnrollmentResult> ResumeAsync(ScratchUser user, ServiceDefinition definition, string id)
    {
        using var session = EnrollmentSession.Resume(user.Environment, definition, id, codes: null, new EnrollmentOptions());
        return await session.FinishAsync(Token);
    }

    private static ServiceDefinition Load(SandboxProcess sandbox) => new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);

    private Task<SandboxProcess> StartAsync(string behavior, TimeSpan? approvalDelay = null) => SandboxProcess.StartAsync(
        new SandboxOptions
        {
            DataDirectory = _data.FullPath,
            Protocol = "Scep",
            Validity = "P20D",
            ApprovalDelay = approvalDelay,
            Behavior = [.. behavior.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        },
        Token);
}
