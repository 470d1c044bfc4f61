using System;
using System.Globalization;

namespace NaccsCert.Time;

/// <summary>Moments for people: this computer's time zone, the Gregorian calendar, year first, in every culture.</summary>
internal static class LocalTime
{
    /// <summary>A date with its time to the minute.</summary>
    /// <param name="moment">Any moment.</param>
    /// <returns>For example <c>2031-12-23 09:00</c>.</returns>
    public static string Text(DateTimeOffset moment) =>
        moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment of a service, which announces it in its own time.</summary>
    /// <param name="moment">Any moment.</param>
    /// <param name="service">The zone of the service; null for none.</param>
    /// <returns>
    /// For example <c>2026-12-16 08:00</c>; where the clocks of the service show another time than those here, that too:
    /// <c>2026-12-15 23:00 (2026-12-16 08:00 +09:00)</c>.
    /// </returns>
    public static string Text(DateTimeOffset moment, TimeZoneInfo? service)
    {
        string here = Text(moment);
        if (service is null || service.GetUtcOffset(moment) == moment.ToLocalTime().Offset)
        {
            return here;
        }

        string there = TimeZoneInfo.ConvertTime(moment, service).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        return $"{here} ({there})";
    }
}
