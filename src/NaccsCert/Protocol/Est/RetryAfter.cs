using System;
using System.Globalization;

namespace NaccsCert.Protocol.Est;

/// <summary>The Retry-After field: seconds or an HTTP date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan WithoutField = TimeSpan.FromMinutes(10);

    /// <summary>The moment to come back at: never in the past, never more than a day ahead.</summary>
    /// <param name="field">The field's value; null when the answer has none.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The moment; ten minutes from now where the field is missing or unreadable.</returns>
    public static DateTimeOffset Parse(string? field, DateTimeOffset now)
    {
        TimeSpan wait = Wait(field?.Trim(), now) ?? WithoutField;
        return now + (wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait);
    }

    private static TimeSpan? Wait(string? field, DateTimeOffset now)
    {
        if (ulong.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, (ulong)Longest.TotalSeconds));
        }

        return DateTimeOffset.TryParseExact(
            field, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date - now
            : null;
    }
}
