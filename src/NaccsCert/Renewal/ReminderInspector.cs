using NaccsCert.Policies;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>Shows the reminder of the user.</summary>
/// <param name="file">What the reminder remembers.</param>
/// <param name="policy">What Group Policy settles.</param>
/// <param name="scheduler">Where its task is registered.</param>
/// <param name="taskName">The name of the task.</param>
/// <param name="clock">The present moment.</param>
/// <param name="tool">The operator's own tool, as it is installed now; null where it is not.</param>
internal sealed class ReminderInspector(
    ReminderFile file, GroupPolicy policy, ITaskScheduler scheduler, string taskName, IClock clock, InstalledTool? tool)
{
    /// <summary>Shows it.</summary>
    /// <returns>The reminder, registered or not.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public NaccsRenewalReminder Show()
    {
        // Before what it leads to: a run that ends in between must not look as if it had left nothing.
        TaskReport? task = scheduler.Read(taskName);
        ReminderState state = file.Read();
        var settings = ReminderSettings.From(policy, state.AutoRenew, tool);
        (ReminderStatus status, string reason) = ReminderHealth.Evaluate(state, task, clock.UtcNow);
        return new NaccsRenewalReminder
        {
            Status = status,
            Reason = tool is null ? reason : $"{reason} {Beside(tool, status)}",
            TaskName = taskName,
            Registered = state.Registered,
            AutoRenew = settings.AutoRenew,
            ReminderDays = settings.ReminderDays,
            RenewalSpreadDays = settings.RenewalSpreadDays,
            LastRun = state.LastRun,
            LastSuccess = state.LastSuccess,
            Failures = state.Failures,
            LastError = state.LastError,
            RemindedBy = settings.LeftTo is null ? ReminderProvider.Module : ReminderProvider.OfficialTool,
            OfficialTool = tool?.ToString(),
            LastTaskResult = task is { State: TaskRunState.Ended } ? unchecked((uint)task.Result) : null,
        };
    }

    // Who of the two reminds is a question only where both would.
    private string Beside(InstalledTool tool, ReminderStatus status) =>
        status == ReminderStatus.NotRegistered ? tool.Describe() : tool.Describe(policy.ReminderProvider);
}
