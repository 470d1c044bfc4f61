using System;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Reminders;

/// <summary>Whether the reminder does its work, from what it remembers alone.</summary>
internal static class ReminderHealth
{
    /// <summary>Longer than any computer of an office stands still, but for the longest holidays.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    /// <summary>Judges.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The judgement, and why.</returns>
    public static (ReminderStatus Status, string Reason) Judge(ReminderState state, DateTimeOffset now)
    {
        if (state.Registered is not { } registered)
        {
            return (ReminderStatus.NotRegistered, ReasonText.Of(ReasonId.ReminderNotRegistered));
        }

        DateTimeOffset last = state.LastRun is { } run && run > registered ? run : registered;
        return now - last > Stale ? (ReminderStatus.Stale, ReasonText.Of(ReasonId.ReminderStale, LocalTime.Text(last)))
            : state.Failures > 0 ? (ReminderStatus.Failing, ReasonText.Of(
                ReasonId.ReminderFailing, state.Failures, LocalTime.Text(last), state.LastError?.ToString() ?? string.Empty))
            : state.LastRun is null ? (ReminderStatus.Healthy, ReasonText.Of(ReasonId.ReminderNotRunYet, LocalTime.Text(registered)))
            : (ReminderStatus.Healthy, ReasonText.Of(ReasonId.ReminderHealthy, LocalTime.Text(last)));
    }
}
