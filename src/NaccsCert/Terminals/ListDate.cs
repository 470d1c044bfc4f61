using System;
using System.Globalization;
using System.Text.RegularExpressions;
using NaccsCert.IO.Tables;

namespace NaccsCert.Terminals;

/// <summary>
/// A day in a list, in the forms that have one meaning only: year first, or with the Japanese era. The order of day and month without
/// the year before them differs by region, so <c>11/12/2026</c> is refused.
/// </summary>
internal static class ListDate
{
    private static readonly Regex Notation = new(
        @"\A(?:(?<era>令和|平成|R|H)\.?\s*(?<year>元|[0-9]{1,2})|(?<year>[0-9]{4}))(?:年\s*|[-/.])(?<month>[0-9]{1,2})(?:月\s*|[-/.])(?<day>[0-9]{1,2})日?(?:[T\s(].*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Digits = new(
        @"\A(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Reads a day; a time behind it does not count.</summary>
    /// <param name="text">For example <c>2026/11/29</c>, <c>20261129</c>, <c>2026年11月29日</c> or <c>R8.11.29</c>, in any width.</param>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(string text, out DateTime day)
    {
        string folded = FoldedText.Of(text);
        Match match = Notation.Match(folded);
        if (!match.Success)
        {
            match = Digits.Match(folded);
        }

        day = default;
        if (!match.Success)
        {
            return false;
        }

        int year = Number(match, "year") + FirstYearOf(match.Groups["era"].Value);
        int month = Number(match, "month");
        int number = Number(match, "day");
        if (year is < 2000 or > 2999 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateTime(year, month, number);
        return true;
    }

    // What is added to the year of an era.
    private static int FirstYearOf(string era) => era.ToUpperInvariant() switch
    {
        "令和" or "R" => 2018,
        "平成" or "H" => 1988,
        _ => 0,
    };

    private static int Number(Match match, string name) =>
        match.Groups[name].Value == "元" ? 1 : int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
}
