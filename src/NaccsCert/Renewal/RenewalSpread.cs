using System;
using System.Security.Cryptography;
using System.Text;

namespace NaccsCert.Renewal;

/// <summary>
/// Gives every certificate a moment of its own for its silent renewal: the certificates of a generation were issued within months
/// of each other, and would otherwise all be renewed at once.
/// </summary>
/// <remarks>
/// The moment is computed from the certificate's own window and the name of its terminal, so that it is the same in every process
/// and nothing can shift it. It lies within the hours in which people work, as only a logged-on user's key can renew: a moment in
/// the night would be caught up with in the morning, by everybody at once.
/// </remarks>
/// <param name="days">Over how many days renewals are spread.</param>
/// <param name="zone">The time zone of the working hours.</param>
internal sealed class RenewalSpread(int days, TimeZoneInfo zone)
{
    /// <summary>The end of validity is kept free: what went wrong can be put right then.</summary>
    public static readonly TimeSpan LastDays = TimeSpan.FromDays(7);

    private const int FirstHour = 9;
    private const int EndHour = 17;

    // Whole ones: .NET Framework rounds smaller parts in another way than its successors.
    private const int SecondsOfHour = 3600;

    /// <summary>The moment for a certificate.</summary>
    /// <param name="terminal">Its logical terminal name.</param>
    /// <param name="opens">When its renewal window opens.</param>
    /// <param name="notAfter">When its validity ends.</param>
    /// <returns>The moment in UTC; the opening of the window where there is no room to spread.</returns>
    public DateTimeOffset MomentFor(string terminal, DateTimeOffset opens, DateTimeOffset notAfter)
    {
        TimeSpan room = Shorter(TimeSpan.FromDays(days), notAfter - LastDays - opens);
        DateTimeOffset first = FirstWholeHour(opens.ToUniversalTime());
        int hours = Math.Max(0, (int)(room - (first - opens)).TotalHours);
        int working = CountWorkingHours(first, hours);
        if (hours == 0)
        {
            return opens;
        }

        double place = Fraction(terminal) * (working > 0 ? working : hours);
        DateTimeOffset hour = working > 0 ? WorkingHour(first, (int)place) : first.AddHours((int)place);
        return hour.AddSeconds(Math.Floor((place - Math.Floor(place)) * SecondsOfHour));
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // Whole hours of the clock, which every time zone of the service's users shares with UTC.
    private static DateTimeOffset FirstWholeHour(DateTimeOffset utc)
    {
        var hour = new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
        return hour < utc ? hour.AddHours(1) : hour;
    }

    // A day at a time: what is before the first hour, and what is after the last, does not count.
    private int CountWorkingHours(DateTimeOffset first, int hours)
    {
        int count = 0;
        DateTimeOffset end = first.AddHours(hours);
        for (DateTimeOffset hour = first; hour < end; hour = NextDay(hour))
        {
            (DateTimeOffset start, int length) = WorkingHoursFrom(hour);
            count += Math.Min(length, Math.Max(0, (int)(end - start).TotalHours));
        }

        return count;
    }

    private DateTimeOffset WorkingHour(DateTimeOffset first, int index)
    {
        DateTimeOffset hour = first;
        (DateTimeOffset start, int length) = WorkingHoursFrom(hour);
        while (index >= length)
        {
            index -= length;
            hour = NextDay(hour);
            (start, length) = WorkingHoursFrom(hour);
        }

        return start.AddHours(index);
    }

    // The working hours that are left of the local day of an hour: where they start, and how many they are.
    private (DateTimeOffset Start, int Count) WorkingHoursFrom(DateTimeOffset hour)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(hour, zone);
        int start = Math.Max(local.Hour, FirstHour);
        bool isDayOff = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return (hour.AddHours(start - local.Hour), isDayOff ? 0 : Math.Max(0, EndHour - start));
    }

    private DateTimeOffset NextDay(DateTimeOffset hour) => hour.AddHours(24 - TimeZoneInfo.ConvertTime(hour, zone).Hour);

    // Evenly distributed from 0 to less than 1, and always the same for the same terminal.
    private static double Fraction(string terminal)
    {
        using var sha256 = SHA256.Create();
        byte[] digest = sha256.ComputeHash(Encoding.UTF8.GetBytes(terminal));
        return (BitConverter.ToUInt64(digest, 0) >> 11) / (double)(1UL << 53);
    }
}
