using System;

namespace NaccsCert.Terminals;

/// <summary>
/// When a certificate may be suspended: it is not fetched within two months of its issue, or not renewed within two months of its end.
/// NSS does so without notice (the operator's notice 2019040200026; the manual of the tool, Ver-202506, says nothing of it).
/// </summary>
/// <param name="now">The present moment.</param>
/// <param name="zone">The zone whose days count: that of the service.</param>
internal sealed class Suspension(DateTimeOffset now, TimeZoneInfo zone)
{
    private const int Months = 2;

    /// <summary>The first day on which it may be suspended; at the end of a shorter month, its last day.</summary>
    /// <param name="day">The day from which is counted, in that zone.</param>
    public DateTimeOffset From(DateTime day)
    {
        DateTime first = day > DateTime.MaxValue.Date.AddMonths(-Months) ? DateTime.MaxValue.Date : day.Date.AddMonths(Months);
        return Midnight(first);
    }

    /// <summary>The same for a certificate that has ended.</summary>
    public DateTimeOffset From(DateTimeOffset notAfter) => From(TimeZoneInfo.ConvertTime(notAfter, zone).Date);

    /// <summary>Whole days of the calendar until that day; 0 on the day itself, and negative after it.</summary>
    public int DaysUntil(DateTimeOffset day) =>
        (int)(TimeZoneInfo.ConvertTime(day, zone).Date - TimeZoneInfo.ConvertTime(now, zone).Date).TotalDays;

    /// <summary>The beginning of a day in that zone.</summary>
    public DateTimeOffset Midnight(DateTime day) => new(day, zone.GetUtcOffset(day));
}
