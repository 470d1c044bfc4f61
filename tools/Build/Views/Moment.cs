using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Build.Views;

/// <summary>What matters to somebody who sees certain states: when something can be done, or will be.</summary>
/// <param name="Meaning">What it means: the key of its words is <c>When_…</c> in <c>ValueText.resx</c>.</param>
/// <param name="Value">The moment.</param>
/// <param name="States">The names of the states.</param>
internal sealed record Moment(string Meaning, Value Value, IReadOnlyList<string> States)
{
    /// <summary>A day.</summary>
    public static Moment Day(string meaning, string property, params string[] states) =>
        new(meaning, Value.Local(property, Value.DayFormat), states);

    /// <summary>A moment to the minute.</summary>
    public static Moment Minute(string meaning, string property, params string[] states) =>
        new(meaning, Value.Local(property, Value.MinuteFormat), states);

    /// <summary>A day of the time zone that it is told in.</summary>
    public static Moment ZonedDay(string meaning, string property, params string[] states) =>
        new(meaning, Value.Zoned(property, Value.DayFormat), states);

    /// <summary>A script that shows the one that belongs to the state of a record: its meaning, and below it the moment.</summary>
    public static Value First(IReadOnlyList<Moment> moments) => new(
        moments[0].Value.Property,
        $"$state = \"$($_.Status)\"; {string.Join(" else", moments.Select(moment => moment.Case))}");

    private string Case =>
        $"if ($state -in {string.Join(", ", States.Select(state => $"'{state}'"))}) "
        + $"{{ $at = {Value.Script}; if ($at) {{ {Value.WordsOf("When", $"'{Meaning}'")} + \"`n\" + $at }} }}";
}
