using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>A request that the service answers later (RFC 7030, section 4.2.3: 202).</summary>
public sealed class PendingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_request_is_sent_again_when_its_time_has_come_and_not_before()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var clock = SettableClock.AtNow();
        using var user = new ScratchUser(clock);
        service.Answer("simpleenroll", _ => Reply.Text(202, "patience", ("Retry-After", "120")));

        EnrollmentResult pending = await user.EnrollAsync(service.Define(), Token);
        EnrollmentResult tooEarly = await user.EnrollAsync(service.Define(), Token);

        Assert.Equal(EnrollmentStatus.Pending, pending.Status);
        Assert.Equal(clock.UtcNow.AddMinutes(2), pending.NextAttempt);
        Assert.Equal(pending, tooEarly);
        RecordedRequest first = Assert.Single(service.RequestsFor("simpleenroll"));
        JournalEntry entry = Assert.Single(user.Journal.Read());
        Assert.Equal(EnrollmentStage.Pending, entry.State);
        Assert.Equal(entry.Id, pending.EnrollmentId);
        Assert.Empty(user.Certificates(service.Define()));

        clock.UtcNow = clock.UtcNow.AddMinutes(2);
        service.Answer("simpleenroll", request => service.Issue(request));
        EnrollmentResult enrolled = await user.EnrollAsync(service.Define(), Token);

        Assert.Equal(EnrollmentStatus.Enrolled, enrolled.Status);
        Assert.Equal(pending.EnrollmentId, enrolled.EnrollmentId);
        Assert.Equal(first.Body, service.RequestsFor("simpleenroll")[1].Body);
        Assert.Empty(user.Journal.Read());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Thu, 01 Jan 2015 00:00:00 GMT")]
    public async Task A_service_that_names_no_future_time_is_asked_once_a_run(string retryAfter)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => service.RequestsFor("simpleenroll").Count > 3
            ? Reply.Text(500, "stop it")
            : Reply.Text(202, "patience", ("Retry-After", retryAfter)));

        EnrollmentResult pending = await user.EnrollAsync(service.Define(), Token);

        Assert.Equal(EnrollmentStatus.Pending, pending.Status);
        Assert.Single(service.RequestsFor("simpleenroll"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("Thu, 01 Jan 2015 00:00:00 GMT")]
    public async Task A_service_that_names_no_wait_is_asked_ever_less_often_however_often_the_command_is_run(string retryAfter)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var clock = SettableClock.AtNow();
        using var user = new ScratchUser(clock);
        service.Answer("simpleenroll", _ => Reply.Text(202, "patience", ("Retry-After", retryAfter)));

        for (int second = 0; second < 20; second++)
        {
            await user.EnrollAsync(service.Define(), Token);
            await user.EnrollAsync(service.Define(), Token);
            clock.UtcNow = clock.UtcNow.AddSeconds(1);
        }

        // At 0, 1, 3, 7 and 15 seconds.
        Assert.Equal(5, service.RequestsFor("simpleenroll").Count);
    }
}
