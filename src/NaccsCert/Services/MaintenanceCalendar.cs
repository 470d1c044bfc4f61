using System;

namespace NaccsCert.Services;

/// <summary>The maintenance windows that a rule describes (manual 9.4).</summary>
internal static class MaintenanceCalendar
{
    /// <summary>The window that is on at <paramref name="moment"/>.</summary>
    /// <param name="rule">The rule; null for a service that never pauses.</param>
    /// <param name="moment">Any moment.</param>
    /// <returns>The window in UTC; null when none is on.</returns>
    public static MaintenanceWindow? Current(MaintenanceRule? rule, DateTimeOffset moment)
    {
        if (rule is null)
        {
            return null;
        }

        // A window of this month, or one that began in the month before and runs into this one.
        DateTimeOffset local = TimeZoneInfo.ConvertTime(moment, rule.TimeZone);
        for (int months = -1; months <= 0; months++)
        {
            MaintenanceWindow window = InMonth(rule, local.AddMonths(months));
            if (window.Start <= moment && moment < window.End)
            {
                return window;
            }
        }

        return null;
    }

    /// <summary>Whether a window is on, as a question that can be handed to those who know no calendar.</summary>
    /// <param name="rule">The rule; null for a service that never pauses.</param>
    /// <returns>Tells of any moment whether a window is on.</returns>
    public static Func<DateTimeOffset, bool> IsOn(MaintenanceRule? rule) => moment => Current(rule, moment) is not null;

    /// <summary>The first window that begins after <paramref name="moment"/>.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="moment">Any moment.</param>
    /// <returns>The window in UTC.</returns>
    public static MaintenanceWindow Next(MaintenanceRule rule, DateTimeOffset moment)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(moment, rule.TimeZone);
        MaintenanceWindow window = InMonth(rule, local);
        return window.Start > moment ? window : InMonth(rule, local.AddMonths(1));
    }

    private static MaintenanceWindow InMonth(MaintenanceRule rule, DateTimeOffset local)
    {
        var first = new DateTime(local.Year, local.Month, 1);
        int daysToFirst = ((int)rule.DayOfWeek - (int)first.DayOfWeek + 7) % 7;
        DateTime start = first.AddDays(daysToFirst + (7 * (rule.WeekOfMonth - 1))) + rule.Start;
        var utc = new DateTimeOffset(start, rule.TimeZone.GetUtcOffset(start)).ToUniversalTime();
        return new MaintenanceWindow(utc, rule.Duration.After(utc));
    }
}
