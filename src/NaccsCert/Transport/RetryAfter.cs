using System;
using System.Globalization;
using System.Linq;

namespace NaccsCert.Transport;

/// <summary>The Retry-After field: seconds or an HTTP date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestFloor = TimeSpan.FromMinutes(1);

    /// <summary>The notation of today and the two obsolete ones that must still be read (RFC 9110, section 5.6.7).</summary>
    private static readonly string[] DateNotations =
        ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    private static readonly TimeSpan WithoutField = TimeSpan.FromMinutes(10);

    /// <summary>The moment to come back at: never before <see cref="Earliest"/>, never more than a day ahead.</summary>
    /// <param name="field">The field's value; null when the answer has none.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The moment; ten minutes from now where the field is missing or unreadable.</returns>
    public static DateTimeOffset Parse(string? field, DateTimeOffset now)
    {
        TimeSpan wait = Wait(field?.Trim(), now) ?? WithoutField;
        TimeSpan bounded = wait < Longest ? wait : Longest;
        return now + (bounded > Floor(1) ? bounded : Floor(1));
    }

    /// <summary>
    /// The earliest moment to ask again, whatever a service says: a second after the first time, twice as long after each further
    /// time, up to a minute. A service that names no wait, or a moment that is past by its clock, is not asked without end.
    /// </summary>
    /// <param name="attempts">How often it was asked, from 1.</param>
    /// <param name="now">The present moment.</param>
    public static DateTimeOffset Earliest(int attempts, DateTimeOffset now) => now + Floor(attempts);

    private static TimeSpan Floor(int attempts)
    {
        double seconds = Math.Pow(2, Math.Max(attempts, 1) - 1);
        return seconds < LongestFloor.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestFloor;
    }

    private static TimeSpan? Wait(string? field, DateTimeOffset now)
    {
        // A number of any length is a number of seconds. None that is too long for an integer is a short wait.
        if (field is { Length: > 0 } && field.All(digit => digit is >= '0' and <= '9'))
        {
            return int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
                ? TimeSpan.FromSeconds(seconds)
                : Longest;
        }

        return DateTimeOffset.TryParseExact(
            field,
            DateNotations,
            Gregorian(now),
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
            out DateTimeOffset date)
            ? date - now
            : null;
    }

    // Two digits are those of the last such year that is at most 50 years ahead (RFC 9110, section 5.6.7). Left alone, each
    // framework has a year of its own.
    private static DateTimeFormatInfo Gregorian(DateTimeOffset now) =>
        new() { Calendar = new GregorianCalendar { TwoDigitYearMax = now.Year + 50 } };
}
