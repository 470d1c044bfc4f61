using System;
using NaccsCert.Resources;

namespace NaccsCert.Time;

/// <summary>How far this computer's clock may be off before validity and TLS suffer.</summary>
internal static class ClockSkew
{
    /// <summary>As far as that, nobody need be told, and signed answers count as current.</summary>
    internal static TimeSpan Tolerated { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Evaluates a skew.</summary>
    /// <param name="skew">The service's clock minus this one; null when the service did not tell.</param>
    /// <returns>Whether the user is to be told.</returns>
    public static bool IsTooMuch(TimeSpan? skew) => skew?.Duration() > Tolerated;

    /// <summary>Says how far this clock is ahead or behind, in the unit that fits.</summary>
    /// <param name="skew">The service's clock minus this one.</param>
    /// <returns>For example <c>3 days behind</c>, in the language of the session.</returns>
    public static string Text(TimeSpan skew)
    {
        TimeSpan off = skew.Duration();
        bool isBehind = skew > TimeSpan.Zero;
        return off.TotalHours < 2 ? Say(off.TotalMinutes, isBehind ? StringId.ClockMinutesBehind : StringId.ClockMinutesAhead)
            : off.TotalDays < 2 ? Say(off.TotalHours, isBehind ? StringId.ClockHoursBehind : StringId.ClockHoursAhead)
            : Say(off.TotalDays, isBehind ? StringId.ClockDaysBehind : StringId.ClockDaysAhead);
    }

    private static string Say(double amount, StringId unit) => Strings.Format(unit, Math.Round(amount));
}
