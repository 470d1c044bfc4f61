using System;
using NaccsCert.Renewal;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>What a run does about a certificate, and what it remembers of failures.</summary>
public sealed class ReminderRunTests : IDisposable
{
    // Within the seven last days, when every silent renewal is due.
    private static readonly DateTimeOffset Due = Certificates.NotAfter.AddDays(-5);

    private readonly ReminderScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Each_plan_has_its_outcome()
    {
        DateTimeOffset opens = Certificates.Opens;
        Assert.Equal(ReminderOutcome.NotDue, _scene.Look(opens.AddDays(-1), Certificates.Silent, null).Result.Status);
        Assert.Equal(ReminderOutcome.Scheduled, _scene.Look(opens, Certificates.Silent, null).Result.Status);
        Assert.Equal(ReminderOutcome.RenewalDue, _scene.Look(opens, Certificates.Manual, null).Result.Status);
        Assert.Equal(ReminderOutcome.ReissueRequired, _scene.Look(Certificates.NotAfter.AddDays(1), Certificates.Silent, null).Result.Status);
    }

    [Fact]
    public void Only_who_wants_silent_renewal_has_it()
    {
        Assert.True(_scene.RenewsAt(Due));
        using ReminderRun run = _scene.TryBegin(Due, Certificates.Manual)!;
        Assert.False(run.RenewsNow(run.Plan(Certificates.At(Due))));
    }

    [Fact]
    public void After_failures_the_wait_doubles_from_an_hour_to_a_day_and_never_becomes_giving_up()
    {
        DateTimeOffset now = Due;
        foreach (int hours in new[] { 1, 2, 4, 8, 16, 24, 24 })
        {
            ReminderResult result = _scene.Fail(now);
            DateTimeOffset next = now.AddHours(hours);
            Assert.Equal(ReminderOutcome.Failed, result.Status);
            Assert.Equal(ErrorId.ServiceUnavailable, result.Error);
            Assert.False(result.Changed);
            Assert.Equal(next, result.NextAttempt);
            Assert.False(_scene.RenewsAt(next.AddSeconds(-1)));
            now = next;
        }

        for (int more = 0; more < 100; more++)
        {
            Assert.Equal(now.AddDays(1), _scene.Fail(now).NextAttempt);
        }

        Assert.True(_scene.RenewsAt(now.AddDays(1)));
    }

    [Fact]
    public void The_service_is_not_asked_before_it_said_so()
    {
        Assert.Equal(Due.AddDays(2), _scene.Fail(Due, retryAfter: Due.AddDays(2)).NextAttempt);
        Assert.False(_scene.RenewsAt(Due.AddDays(2).AddSeconds(-1)));
        Assert.True(_scene.RenewsAt(Due.AddDays(2)));
    }

    [Fact]
    public void A_service_that_wants_to_be_asked_at_once_is_not_asked_at_once() =>
        Assert.Equal(Due.AddHours(1), _scene.Fail(Due, retryAfter: Due.AddSeconds(1)).NextAttempt);

    [Fact]
    public void Failures_move_the_back_off_and_never_the_plan()
    {
        DateTimeOffset? planned = Plan().SilentRenewal;
        _scene.Fail(Due);
        _scene.Fail(Due.AddHours(1));
        Assert.Equal(planned, Plan().SilentRenewal);
        Assert.Equal(RenewalPlanStatus.RenewalDue, Plan().Status);

        RenewalPlan Plan()
        {
            using ReminderRun run = _scene.TryBegin(Due.AddHours(1), Certificates.Silent)!;
            return run.Plan(Certificates.At(Due.AddHours(1)));
        }
    }

    [Fact]
    public void Between_attempts_a_run_says_when_the_next_one_is()
    {
        DateTimeOffset? next = _scene.Fail(Due).NextAttempt;
        ReminderResult waiting = _scene.Look(Due.AddMinutes(30), Certificates.Silent, null).Result;
        Assert.Equal(ReminderOutcome.Waiting, waiting.Status);
        Assert.Equal(next, waiting.NextAttempt);
    }

    [Fact]
    public void A_renewal_names_both_certificates()
    {
        ReminderResult result = _scene.Renew(Due, EnrollmentStatus.Renewed);
        Assert.Equal(ReminderOutcome.Renewed, result.Status);
        Assert.Equal(("BB02", "AA01"), (result.Thumbprint, result.PreviousThumbprint));
        Assert.True(result.Changed);
    }

    [Fact]
    public void A_service_that_answers_later_is_asked_then()
    {
        ReminderResult result = _scene.Renew(Due, EnrollmentStatus.Pending, Due.AddHours(3));
        Assert.Equal(ReminderOutcome.Waiting, result.Status);
        Assert.False(_scene.RenewsAt(Due.AddHours(3).AddSeconds(-1)));
        Assert.True(_scene.RenewsAt(Due.AddHours(3)));
        Assert.Equal(0, _scene.File.Read().Failures);
    }

    [Fact]
    public void A_failure_and_what_follows_it_are_counted_until_the_renewal_succeeds()
    {
        _scene.Look(Due.AddDays(-1), Certificates.Silent, null);
        _scene.Fail(Due);
        _scene.Fail(Due.AddHours(1));
        _scene.Look(Due.AddHours(2), Certificates.Silent, null);
        ReminderState failing = _scene.File.Read();
        Assert.Equal((Due.AddHours(2), Due.AddDays(-1)), (failing.LastRun, failing.LastSuccess));
        Assert.Equal((2, ErrorId.ServiceUnavailable), (failing.Failures, failing.LastError));

        _scene.Renew(Due.AddHours(3), EnrollmentStatus.Renewed);
        ReminderState mended = _scene.File.Read();
        Assert.Equal((Due.AddHours(3), Due.AddHours(3)), (mended.LastRun, mended.LastSuccess));
        Assert.Equal((0, null), (mended.Failures, mended.LastError));
    }

    [Fact]
    public void Once_the_user_renews_the_failures_of_silent_renewal_count_no_more()
    {
        _scene.Fail(Due);
        _scene.Look(Due.AddMinutes(1), Certificates.Manual, null);
        Assert.Equal(0, _scene.File.Read().Failures);
    }

    [Fact]
    public void A_run_that_could_not_look_is_a_failure_and_forgets_nothing()
    {
        _scene.Fail(Due);
        using (ReminderRun run = _scene.TryBegin(Due.AddHours(1), Certificates.Silent)!)
        {
            run.Abandon(ErrorId.StoreUnavailable);
        }

        ReminderState state = _scene.File.Read();
        Assert.Equal((2, ErrorId.StoreUnavailable), (state.Failures, state.LastError));
        Assert.Equal((Due.AddHours(1), (DateTimeOffset?)null), (state.LastRun, state.LastSuccess));
        Assert.Equal(1, Assert.Single(state.Certificates).Failures);
    }

    [Fact]
    public void Of_certificates_that_are_gone_nothing_is_remembered()
    {
        _scene.Fail(Due);
        _scene.Look(Due.AddHours(1), Certificates.Silent, Certificates.At(Due, thumbprint: "CC03"), new RecordingNotifier());
        Assert.Equal("CC03", Assert.Single(_scene.File.Read().Certificates).Thumbprint);
    }
}
