using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace NaccsCert.Renewal;

/// <summary>
/// Gives every certificate a moment of its own for its silent renewal: the certificates of a generation were issued
/// within months of each other, and would otherwise come back as a herd.
/// </summary>
/// <remarks>
/// The moment is computed from the certificate's own window and the name of its terminal, so that it is the same in every
/// process and nothing can shift it. It lies within the hours in which people work, as only a signed-in user's key can
/// renew: a moment in the night would be caught up with in the morning, by everybody at once.
/// </remarks>
internal static class RenewalSpread
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
    /// <param name="days">Over how many days renewals are spread.</param>
    /// <param name="zone">The time zone of the working hours.</param>
    /// <returns>The moment in UTC; the opening of the window where there is no room to spread.</returns>
    public static DateTimeOffset MomentOf(
        string terminal, DateTimeOffset opens, DateTimeOffset notAfter, int days, TimeZoneInfo zone)
    {
        TimeSpan room = Shorter(TimeSpan.FromDays(days), notAfter - LastDays - opens);
        List<DateTimeOffset> hours = HoursOf(opens, room);
        List<DateTimeOffset> working = hours.FindAll(hour => IsWorkingHour(TimeZoneInfo.ConvertTime(hour, zone)));
        List<DateTimeOffset> choice = working.Count > 0 ? working : hours;
        if (choice.Count == 0)
        {
            return opens;
        }

        double place = Fraction(terminal) * choice.Count;
        return choice[(int)place].AddSeconds(Math.Floor((place - Math.Floor(place)) * SecondsOfHour));
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // Whole hours of the clock, which every time zone of the service's users shares with UTC.
    private static List<DateTimeOffset> HoursOf(DateTimeOffset start, TimeSpan room)
    {
        DateTimeOffset utc = start.ToUniversalTime();
        var first = new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
        first = first < utc ? first.AddHours(1) : first;
        int count = Math.Max(0, (int)(room - (first - utc)).TotalHours);
        return [.. Enumerable.Range(0, count).Select(hour => first.AddHours(hour))];
    }

    private static bool IsWorkingHour(DateTimeOffset local) =>
        local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= FirstHour and < EndHour;

    // Evenly distributed from 0 to less than 1, and always the same for the same terminal.
    private static double Fraction(string terminal)
    {
        using var sha256 = SHA256.Create();
        byte[] digest = sha256.ComputeHash(Encoding.UTF8.GetBytes(terminal));
        return (BitConverter.ToUInt64(digest, 0) >> 11) / (double)(1UL << 53);
    }
}
