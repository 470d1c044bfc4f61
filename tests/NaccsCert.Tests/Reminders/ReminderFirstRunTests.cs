using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Renewal;
using NaccsCert.Tests.Policies;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>A reminder is registered with a task that has been seen to run.</summary>
public sealed class ReminderFirstRunTests : IDisposable
{
    private const string User = "S-1-5-21-1-1001";

    private static readonly string TaskName = ReminderTask.NameFor(User);
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, 300, TimeSpan.Zero);

    private readonly ReminderScene _scene = new();
    private readonly FakeTaskScheduler _scheduler = new();
    private readonly SettableClock _clock = new(Start);
    private readonly RecordingToasts _toasts = new();
    private int _waits;

    public ReminderFirstRunTests() => _scheduler.OnRun = () => _scheduler.Report = new TaskReport(TaskRunState.Running, Start);

    private ReminderInspector Inspector => new(_scene.File, new PolicyValues().Policy, _scheduler, TaskName, _clock, tool: null);

    private ReminderRegistration Registration => new(_scene.File, _scheduler, _toasts, User, _clock);

    [Fact]
    public async Task A_run_that_reaches_the_reminder_is_fine_whatever_the_result_of_the_task()
    {
        string? failure = await RunAsync(afterWaits: 2, () =>
        {
            _scene.Look(_clock.UtcNow, Certificates.Manual, null);
            End(1);
        });

        Assert.Null(failure);
        Assert.Equal(2, _waits);
        Assert.Equal([TaskName], _scheduler.Runs);
        NaccsRenewalReminder reminder = Inspector.Show();
        Assert.Equal((ReminderStatus.Healthy, 1L), (reminder.Status, reminder.LastTaskResult));
    }

    [Theory]
    [InlineData(unchecked((int)0x800704EC), 0x800704ECL)]
    [InlineData(1, 1L)]
    [InlineData(0, 0L)]
    public async Task A_task_that_does_not_reach_it_is_told_of_and_stays_registered(int result, long shown)
    {
        string? failure = await RunAsync(afterWaits: 3, () => End(result));

        NaccsRenewalReminder reminder = Inspector.Show();
        Assert.Equal(reminder.Reason, failure);
        Assert.Contains("Register-NaccsRenewalReminder", failure, StringComparison.Ordinal);
        Assert.Equal((ReminderStatus.Failing, shown), (reminder.Status, reminder.LastTaskResult));
        Assert.NotNull(reminder.Registered);
        Assert.Equal(TaskName, Assert.Single(_scheduler.Tasks).Key);
    }

    [Fact]
    public async Task A_failure_of_the_reminder_itself_is_told_of_too()
    {
        string? failure = await RunAsync(afterWaits: 1, () =>
        {
            _scene.Fail(_clock.UtcNow);
            End(1);
        });

        Assert.Contains("ServiceUnavailable", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_goes_on_is_waited_for_in_bounded_time_and_left_to_itself()
    {
        Assert.Null(await RunAsync(afterWaits: int.MaxValue, () => { }));
        Assert.Equal(Start.AddSeconds(30), _clock.UtcNow);
        Assert.Equal((ReminderStatus.Healthy, null), (Inspector.Show().Status, Inspector.Show().LastTaskResult));
    }

    [Fact]
    public async Task The_result_of_an_earlier_run_is_not_taken_for_that_of_this_one()
    {
        _scheduler.OnRun = () => { };
        _scheduler.Report = new TaskReport(TaskRunState.Ended, Start.AddHours(-1), 1);

        Assert.Null(await RunAsync(afterWaits: int.MaxValue, () => { }));
        Assert.Equal(Start.AddSeconds(30), _clock.UtcNow);
    }

    [Fact]
    public async Task Where_nothing_can_be_known_nobody_waits()
    {
        _scheduler.OnRun = () => _scheduler.Report = null;

        Assert.Null(await RunAsync(afterWaits: int.MaxValue, () => { }));
        Assert.Equal(1, _waits);
        Assert.Null(Inspector.Show().LastTaskResult);
    }

    [Fact]
    public async Task A_task_that_cannot_be_started_is_told_of_with_the_remedy()
    {
        _scheduler.OnRun = () => throw new NaccsException(ErrorId.TaskSchedulerRefused, TaskName, "because");
        string? failure = await RunAsync(afterWaits: int.MaxValue, () => { });

        var error = new NaccsException(ErrorId.TaskSchedulerRefused, TaskName, "because");
        Assert.Equal($"{error.Message} {error.RecommendedAction}", failure);
        Assert.Equal(0, _waits);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_waiting()
    {
        using var stopping = new CancellationTokenSource();
        Task<string?> run = StartAsync(afterWaits: 2, stopping.Cancel, stopping.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.NotNull(Inspector.Show().Registered);
    }

    [Fact]
    public void What_was_registered_is_removed_with_it()
    {
        Registration.Register(new ReminderOptions("/modules/NaccsCert", AutoRenew: true));
        Assert.Contains(_scheduler.Tasks[TaskName].Arguments, _scheduler.Tasks.Values.Select(task => task.Arguments));
        Assert.True(Inspector.Show().AutoRenew);

        Registration.Unregister();

        Assert.Empty(_scheduler.Tasks);
        Assert.Equal(UserClasses.Keys, _toasts.Deleted);
        Assert.Equal(ReminderStatus.NotRegistered, Inspector.Show().Status);
    }

    public void Dispose() => _scene.Dispose();

    private void End(int result) => _scheduler.Report = new TaskReport(TaskRunState.Ended, Start.AddMilliseconds(-300), result);

    private Task<string?> RunAsync(int afterWaits, Action end) =>
        StartAsync(afterWaits, end, TestContext.Current.CancellationToken);

    private Task<string?> StartAsync(int afterWaits, Action end, CancellationToken cancellationToken)
    {
        Registration.Register(new ReminderOptions("/modules/NaccsCert"));
        var run = new ReminderFirstRun(_scheduler, Inspector, _clock, (time, token) =>
        {
            _clock.UtcNow += time;
            if (++_waits == afterWaits)
            {
                end();
            }

            token.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        });
        return run.RunAsync(TaskName, cancellationToken);
    }
}
