using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NaccsCert.Sandbox.Policy;

/// <summary>An ISO 8601 duration (xsd:duration, not negative), kept as it was written: a month is a calendar month.</summary>
internal readonly partial record struct IsoDuration(string Text, int Months, TimeSpan Time)
{
    public static IsoDuration Parse(string text) =>
        TryParse(text, out IsoDuration duration) ? duration : throw new FormatException($"'{text}' is not a duration.");

    public static bool TryParse(string text, out IsoDuration duration)
    {
        duration = default;
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var time = new TimeSpan(Number(match, "day"), Number(match, "hour"), Number(match, "minute"), 0)
            + TimeSpan.FromSeconds(double.Parse("0" + match.Groups["second"].Value, CultureInfo.InvariantCulture));
        duration = new IsoDuration(text, (12 * Number(match, "year")) + Number(match, "month"), time);
        return true;
    }

    /// <summary>The moment that lies this long after another, months first (XML Schema part 2, appendix E).</summary>
    public DateTimeOffset After(DateTimeOffset moment) => moment.AddMonths(Months) + Time;

    public override string ToString() => Text;

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    // So few digits are more than any certificate needs, and cannot reach past the year 9999.
    [GeneratedRegex(@"^P(?=[0-9T])((?<year>[0-9]{1,3})Y)?((?<month>[0-9]{1,4})M)?((?<day>[0-9]{1,5})D)?(T(?=[0-9])((?<hour>[0-9]{1,5})H)?((?<minute>[0-9]{1,5})M)?((?<second>[0-9]{1,5}(\.[0-9]{1,7})?)S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
