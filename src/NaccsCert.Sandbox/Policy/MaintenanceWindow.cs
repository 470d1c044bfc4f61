using System;

namespace NaccsCert.Sandbox.Policy;

/// <summary>
/// The service's maintenance: the third Tuesday of the month, 22:00 to 08:00 the next day, Japan time
/// (the operator's manual, Ver-202506).
/// </summary>
internal static class MaintenanceWindow
{
    public const int WeekOfMonth = 3;
    public const DayOfWeek Day = DayOfWeek.Tuesday;
    public const string Start = "22:00";
    public const string Duration = "PT10H";
    public const string TimeZone = "Asia/Tokyo";

    // A machine without time zone data still has to know Japan's, which has been UTC+9 without summer time since 1952.
    private static readonly TimeSpan JapanOffset = TimeSpan.FromHours(9);
    private static readonly TimeSpan StartOfWindow = TimeSpan.FromHours(22);
    private static readonly TimeSpan LengthOfWindow = TimeSpan.FromHours(10);

    /// <summary>When the maintenance that is on at <paramref name="now"/> ends, or null if none is on.</summary>
    public static DateTimeOffset? EndIfOpen(DateTimeOffset now)
    {
        DateTime local = now.ToOffset(JapanOffset).DateTime;

        // In the small hours the window that counts is the one that began yesterday.
        foreach (DateTime day in new[] { local.Date, local.Date.AddDays(-1) })
        {
            DateTime start = day + StartOfWindow;
            DateTime end = start + LengthOfWindow;
            if (IsMaintenanceDay(day) && local >= start && local < end)
            {
                return new DateTimeOffset(end, JapanOffset);
            }
        }

        return null;
    }

    private static bool IsMaintenanceDay(DateTime day) =>
        day.DayOfWeek == Day && (day.Day + 6) / 7 == WeekOfMonth;
}
