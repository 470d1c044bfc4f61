using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NaccsCert.Time;

/// <summary>
/// A duration in ISO 8601 notation (<c>P5Y1M</c>, <c>P28D</c>, <c>PT10H</c>) whose years and months are
/// calendar steps, not a number of days.
/// </summary>
internal sealed record CalendarPeriod
{
    private static readonly Regex Notation = new(
        @"^P(?=.)(?:(?<years>[0-9]{1,2})Y)?(?:(?<months>[0-9]{1,3})M)?(?:(?<days>[0-9]{1,5})D)?" +
        @"(?:T(?=.)(?:(?<hours>[0-9]{1,4})H)?(?:(?<minutes>[0-9]{1,4})M)?(?:(?<seconds>[0-9]{1,4})S)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private CalendarPeriod(int months, TimeSpan time)
    {
        Months = months;
        Time = time;
    }

    /// <summary>The calendar part in months.</summary>
    public int Months { get; }

    /// <summary>The part of fixed length: days, hours, minutes and seconds.</summary>
    public TimeSpan Time { get; }

    /// <summary>Reads ISO 8601 notation up to 99 years; weeks and fractions are not taken.</summary>
    /// <param name="text">For example <c>P5Y1M</c>.</param>
    /// <param name="period">The period, when the text is one.</param>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryParse(string text, out CalendarPeriod? period)
    {
        Match match = Notation.Match(text);
        period = match.Success
            ? new CalendarPeriod(
                (Part(match, "years") * 12) + Part(match, "months"),
                new TimeSpan(Part(match, "days"), Part(match, "hours"), Part(match, "minutes"), Part(match, "seconds")))
            : null;
        return match.Success;
    }

    /// <summary>The moment that lies this period after <paramref name="moment"/>, in the Gregorian calendar.</summary>
    /// <param name="moment">The start.</param>
    /// <returns>
    /// The end: the last day of the month where the start's day does not exist in it, and the end of the calendar where
    /// it would lie after that.
    /// </returns>
    public DateTimeOffset After(DateTimeOffset moment) =>
        Within(() => moment.AddMonths(Months) + Time, DateTimeOffset.MaxValue);

    /// <summary>The moment that lies this period before <paramref name="moment"/>, in the Gregorian calendar.</summary>
    /// <param name="moment">The end.</param>
    /// <returns>The start; the beginning of the calendar where it would lie before that.</returns>
    public DateTimeOffset Before(DateTimeOffset moment) =>
        Within(() => moment.AddMonths(-Months) - Time, DateTimeOffset.MinValue);

    // A certificate may end in 9999, which by RFC 5280 (section 4.1.2.5) means never.
    private static DateTimeOffset Within(Func<DateTimeOffset> shifted, DateTimeOffset end)
    {
        try
        {
            return shifted();
        }
        catch (ArgumentOutOfRangeException)
        {
            return end;
        }
    }

    private static int Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
}
