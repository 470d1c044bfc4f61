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
}
