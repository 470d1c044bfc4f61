using System;
using NaccsCert.Renewal;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>A reminder that has silently stopped is found out.</summary>
public sealed class ReminderHealthTests
{
    private static readonly DateTimeOffset Registered = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ReminderState Fresh = ReminderState.Empty with { Registered = Registered };

    [Fact]
    public void Without_registration_there_is_none_however_often_somebody_ran_it() =>
        Assert.Equal(ReminderStatus.NotRegistered, Judge(Fresh with { Registered = null, LastRun = Registered }, Registered));

    [Fact]
    public void It_is_healthy_before_its_first_run_and_stale_when_that_never_comes()
    {
        Assert.Equal(ReminderStatus.Healthy, Judge(Fresh, Registered.AddDays(7)));
        Assert.Equal(ReminderStatus.Stale, Judge(Fresh, Registered.AddDays(7).AddSeconds(1)));
    }

    [Fact]
    public void It_is_stale_seven_days_after_its_last_run()
    {
        ReminderState state = Fresh with { LastRun = Registered.AddDays(3), LastSuccess = Registered.AddDays(3) };
        Assert.Equal(ReminderStatus.Healthy, Judge(state, Registered.AddDays(10)));
        Assert.Equal(ReminderStatus.Stale, Judge(state, Registered.AddDays(10).AddSeconds(1)));
    }

    [Fact]
    public void A_run_from_before_its_registration_makes_it_not_stale() =>
        Assert.Equal(ReminderStatus.Healthy, Judge(Fresh with { LastRun = Registered.AddYears(-1) }, Registered.AddDays(1)));

    [Fact]
    public void It_is_failing_while_failures_count_and_says_how_many()
    {
        ReminderState state = Fresh with { LastRun = Registered.AddDays(3), Failures = 4, LastError = ErrorId.HostNotFound };
        (ReminderStatus status, string reason) = ReminderHealth.Evaluate(state, null, Registered.AddDays(4));
        Assert.Equal(ReminderStatus.Failing, status);
        Assert.Contains("4", reason, StringComparison.Ordinal);
        Assert.Contains("HostNotFound", reason, StringComparison.Ordinal);
        Assert.Equal(ReminderStatus.Stale, Judge(state, Registered.AddDays(11)));
    }

    [Theory]
    [InlineData(ReminderStatus.NotRegistered, CertificateStatus.RenewalDue, CheckStatus.Skipped)]
    [InlineData(ReminderStatus.Healthy, CertificateStatus.RenewalDue, CheckStatus.Passed)]
    [InlineData(ReminderStatus.Failing, CertificateStatus.Valid, CheckStatus.Warning)]
    [InlineData(ReminderStatus.Failing, CertificateStatus.RenewalDue, CheckStatus.Warning)]
    [InlineData(ReminderStatus.Stale, CertificateStatus.Valid, CheckStatus.Warning)]
    [InlineData(ReminderStatus.Stale, CertificateStatus.RenewalDue, CheckStatus.Failed)]
    public void Its_silence_is_a_warning_and_a_failure_once_a_certificate_is_due(
        ReminderStatus reminder, CertificateStatus certificate, CheckStatus expected)
    {
        bool failing = reminder == ReminderStatus.Failing;
        Check check = ReminderCheck.Evaluate(ReminderRecords.Of(reminder, failing ? ErrorId.HostNotFound : null), certificate);

        Assert.Equal(("Reminder", expected, "because"), (check.Name, check.Status, check.Detail));
        Assert.Equal(failing ? ErrorId.HostNotFound : null, check.Error);
        Assert.Equal(
            reminder is ReminderStatus.Failing or ReminderStatus.Stale,
            check.Advice?.Contains("Register-NaccsRenewalReminder", StringComparison.Ordinal) ?? false);
    }

    private static ReminderStatus Judge(ReminderState state, DateTimeOffset now) => ReminderHealth.Evaluate(state, null, now).Status;
}
