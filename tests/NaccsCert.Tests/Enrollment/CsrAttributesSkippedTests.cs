using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Events;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>CSR attributes are optional (RFC 7030, section 4.5): whatever a service answers, certificates come all the same.</summary>
public sealed class CsrAttributesSkippedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Rules => new(Replies.Keys);

    private static Dictionary<string, Reply> Replies => new()
    {
        ["400"] = Reply.Text(400, "no"),
        ["401"] = Reply.Challenge("Digest realm=\"x\", nonce=\"y\""),
        ["401 with Basic"] = Reply.Challenge("Basic"),
        ["403"] = Reply.Text(403, "no"),
        ["405"] = Reply.Text(405, "no"),
        ["410"] = Reply.Text(410, "no"),
        ["500"] = Reply.Text(500, "no"),
        ["501"] = Reply.Text(501, "no"),
        ["503"] = Reply.Text(503, "no", ("Retry-After", "86400")),
        ["511"] = Reply.Text(511, "no"),
        ["202"] = Reply.Text(202, "later", ("Retry-After", "60")),
        ["302"] = Reply.Text(302, "there", ("Location", "https://127.0.0.1:1/")),
        ["an empty body"] = Reply.Text(200, string.Empty),
        ["junk"] = Reply.Text(200, "MAA=\r\n-- end --\r\n"),
        ["a NUL"] = Reply.Text(200, "MAA=\0"),
        ["a page"] = Reply.Text(200, "<html><body>It works!</body></html>"),
        ["a template of another version"] = Reply.Text(200, "MBYwFAYLKoZIhvcNAQkQAj0xBTADAgEB"),
        ["too much"] = new Reply(200, new byte[1024 * 1024 + 1]),
        ["no answer"] = Reply.Nothing,
        ["half an answer"] = Reply.Truncated("MAA="),
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task No_answer_about_them_ends_an_enrollment_or_a_renewal_and_each_is_told_of(string rule)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var events = new EventList();
        using var user = new ScratchUser(events: events);
        service.Answer("csrattrs", _ => Replies[rule]);

        EnrollmentResult enrolled = await user.EnrollAsync(service.Define(), Token);
        using StoredCertificate current = Assert.Single(user.Certificates(service.Define()));
        EnrollmentResult renewed = await user.RenewAsync(service.Define(), current.Handle, Token);

        Assert.Equal((EnrollmentStatus.Enrolled, EnrollmentStatus.Renewed), (enrolled.Status, renewed.Status));
        Assert.Equal(2, events.Of<CsrAttributesSkipped>().Length);
        Assert.All(events.Of<CsrAttributesSkipped>(), skipped => Assert.Equal("127.0.0.1", skipped.Host));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    public async Task A_service_that_has_none_is_nothing_to_tell_of(int status)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var events = new EventList();
        using var user = new ScratchUser(events: events);
        service.Answer("csrattrs", _ => Reply.Text(status, string.Empty));

        await user.EnrollAsync(service.Define(), Token);

        Assert.Empty(events.Of<CsrAttributesSkipped>());
    }

    [Fact]
    public async Task A_service_that_is_gone_is_not_taken_for_one_that_says_nothing()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("csrattrs", _ =>
        {
            service.Answer("cacerts", _ => Reply.Nothing);
            return Reply.Nothing;
        });

        user.AssertNothingLeft(await user.FailAsync(service.Define(), ErrorId.ConnectionFailed, Token));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rehearsal_is_not_ended_either(string rule)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var events = new EventList();
        using var user = new ScratchUser();
        service.Answer("csrattrs", _ => Replies[rule]);

        ServiceOffer offer = await ServiceOffer.AskAsync(
            service.Define(), user.Environment.HttpClients, keyAlgorithm: null, current: null, events, Token);

        Assert.Equal((1, null), (offer.CACertificates, offer.KeyAlgorithm));
        Assert.Single(events.Of<CsrAttributesSkipped>());
    }
}
