using System;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>Whether the reminder does its work, from what it remembers and what the Task Scheduler knows of its task.</summary>
internal static class ReminderHealth
{
    /// <summary>Longer than any computer of an office stands still, but for the longest holidays.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    /// <summary>Evaluates.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="task">What is known of the task; null where nothing can be known.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The judgement, and why.</returns>
    public static (ReminderStatus Status, string Reason) Evaluate(ReminderState state, TaskReport? task, DateTimeOffset now)
    {
        if (state.Registered is not { } registered)
        {
            return (ReminderStatus.NotRegistered, Strings.Format(StringId.ReminderNotRegistered));
        }

        DateTimeOffset last = state.LastRun is { } run && run > registered ? run : registered;
        string? failure = FailureOf(task, state, registered);
        if (now - last > Stale)
        {
            return (ReminderStatus.Stale, failure ?? Strings.Format(StringId.ReminderStale, LocalTime.Text(last)));
        }

        if (failure is not null)
        {
            return (ReminderStatus.Failing, failure);
        }

        if (state.Failures > 0)
        {
            return (ReminderStatus.Failing, Strings.Format(
                StringId.ReminderFailing, state.Failures, LocalTime.Text(last), state.LastError?.ToString() ?? string.Empty));
        }

        return (ReminderStatus.Healthy, Strings.Format(
            state.LastRun is null ? StringId.ReminderNotRunYet : StringId.ReminderHealthy, LocalTime.Text(last)));
    }

    // A run of the task is proven by what the reminder remembers of it. Its result proves nothing: a failed renewal makes it 1,
    // and it may be 0 although the program that it is the result of has started nothing.
    private static string? FailureOf(TaskReport? task, ReminderState state, DateTimeOffset registered) => task switch
    {
        { State: TaskRunState.Missing } => Strings.Format(StringId.ReminderTaskMissing),
        not null when task.EndedSince(registered) && !(state.LastRun >= task.LastRun) => TaskFailure.Describe(task),
        _ => null,
    };
}
