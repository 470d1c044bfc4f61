using System;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>A task that runs and never gets to the reminder is found out, whatever its result.</summary>
public sealed class ReminderTaskHealthTests
{
    private static readonly DateTimeOffset Registered = new(2026, 11, 1, 0, 0, 0, 700, TimeSpan.Zero);
    private static readonly DateTimeOffset TaskRun = Registered.AddDays(1).AddMilliseconds(-700);
    private static readonly ReminderState Fresh = ReminderState.Empty with { Registered = Registered };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(unchecked((int)0x800704EC))]
    public void A_run_of_the_task_without_one_of_the_reminder_is_a_failure(int result)
    {
        Assert.Equal(ReminderStatus.Failing, Judge(Fresh, Ended(result)).Status);
        Assert.Equal(ReminderStatus.Failing, Judge(Fresh with { LastRun = TaskRun.AddMinutes(-1) }, Ended(result)).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_run_that_is_remembered_proves_the_task_whatever_its_result(int result) =>
        Assert.Equal(ReminderStatus.Healthy, Judge(Fresh with { LastRun = TaskRun }, Ended(result)).Status);

    [Theory]
    [InlineData((int)TaskRunState.NotRunYet)]
    [InlineData((int)TaskRunState.Running)]
    public void As_long_as_it_has_not_ended_nothing_is_known(int state) =>
        Assert.Equal(ReminderStatus.Healthy, Judge(Fresh, Ended(1) with { State = (TaskRunState)state }).Status);

    [Fact]
    public void A_run_from_before_its_registration_says_nothing_and_one_in_the_same_second_does()
    {
        Assert.Equal(ReminderStatus.Healthy, Judge(Fresh, Ended(1) with { LastRun = Registered.AddSeconds(-1) }).Status);
        Assert.Equal(ReminderStatus.Failing, Judge(Fresh, Ended(1) with { LastRun = Registered.AddMilliseconds(-700) }).Status);
    }

    [Fact]
    public void Without_registration_there_is_none_whatever_the_task_did() =>
        Assert.Equal(ReminderStatus.NotRegistered, Judge(Fresh with { Registered = null }, Ended(1)).Status);

    [Fact]
    public void A_task_that_is_gone_is_a_failure_with_its_remedy() => Cultures.Run("en-US", () =>
    {
        (ReminderStatus status, string reason) = Judge(Fresh, new TaskReport(TaskRunState.Missing));

        Assert.Equal(ReminderStatus.Failing, status);
        Assert.Contains("Register-NaccsRenewalReminder", reason, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(unchecked((int)0x80070005), "0x80070005", "blocked")]
    [InlineData(unchecked((int)0x800700E1), "0x800700E1", "blocked")]
    [InlineData(unchecked((int)0x800704EC), "0x800704EC", "blocked")]
    [InlineData(unchecked((int)0x800711C7), "0x800711C7", "blocked")]
    [InlineData(unchecked((int)0xC0000022), "0xC0000022", "blocked")]
    [InlineData(unchecked((int)0x80070002), "0x80070002", "not found")]
    [InlineData(1, "0x00000001", "Run Invoke-NaccsRenewalReminder")]
    [InlineData(0, "0x00000000", "Run Invoke-NaccsRenewalReminder")]
    public void The_reason_has_the_result_and_its_likely_cause(int result, string code, string cause) => Cultures.Run("en-US", () =>
    {
        string reason = Judge(Fresh, Ended(result)).Reason;

        Assert.Contains($"(result {code})", reason, StringComparison.Ordinal);
        Assert.Contains(cause, reason, StringComparison.Ordinal);
        Assert.Contains("Register-NaccsRenewalReminder", reason, StringComparison.Ordinal);
    });

    [Fact]
    public void After_days_it_is_stale_and_the_reason_is_still_the_task() => Cultures.Run("en-US", () =>
    {
        (ReminderStatus status, string reason) =
            ReminderHealth.Evaluate(Fresh, Ended(1) with { LastRun = Registered.AddDays(8) }, Registered.AddDays(8).AddHours(1));

        Assert.Equal(ReminderStatus.Stale, status);
        Assert.Contains("0x00000001", reason, StringComparison.Ordinal);
    });

    private static TaskReport Ended(int result) => new(TaskRunState.Ended, TaskRun, result);

    private static (ReminderStatus Status, string Reason) Judge(ReminderState state, TaskReport task) =>
        ReminderHealth.Evaluate(state, task, Registered.AddDays(2));
}
