using System;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>Whether the reminder does its work, from what it remembers alone.</summary>
internal static class ReminderHealth
{
    /// <summary>Longer than any computer of an office stands still, but for the longest holidays.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    /// <summary>Evaluates.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The judgement, and why.</returns>
    public static (ReminderStatus Status, string Reason) Evaluate(ReminderState state, DateTimeOffset now)
    {
        if (state.Registered is not { } registered)
        {
            return (ReminderStatus.NotRegistered, Strings.Format(StringId.ReminderNotRegistered));
        }

        DateTimeOffset last = state.LastRun is { } run && run > registered ? run : registered;
        return now - last > Stale ? (ReminderStatus.Stale, Strings.Format(StringId.ReminderStale, LocalTime.Text(last)))
            : state.Failures > 0 ? (ReminderStatus.Failing, Strings.Format(
                StringId.ReminderFailing, state.Failures, LocalTime.Text(last), state.LastError?.ToString() ?? string.Empty))
            : state.LastRun is null ? (ReminderStatus.Healthy, Strings.Format(StringId.ReminderNotRunYet, LocalTime.Text(registered)))
            : (ReminderStatus.Healthy, Strings.Format(StringId.ReminderHealthy, LocalTime.Text(last)));
    }
}
