using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NaccsCert.Benchmarks.Measuring;

/// <summary>The report's lines.</summary>
internal static class Table
{
    private static readonly int[] Widths = [-38, 7, 9, -7, 14, 9, 11, 11, 7];

    /// <summary>A heading, then a line for each comparison.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Comparison> comparisons)
    {
        yield return Line("", "median", "", "", "smallest to", "ratio", "subject", "reference", "");
        yield return Line("", "ratio", "target", "", "largest", "of sums", "median ms", "median ms", "pairs");
        foreach (Comparison row in comparisons)
        {
            yield return Line(
                row.Name,
                Ratio(row.Ratio),
                row.Target is { } target ? "<= " + Ratio(target) : "",
                row.IsMet switch { true => "met", false => "MISSED", null => "" },
                $"{Ratio(row.Smallest)} to {Ratio(row.Largest)}",
                Ratio(row.RatioOfSums),
                Milliseconds(Median.Of(row.Subjects)),
                Milliseconds(Median.Of(row.References)),
                row.Subjects.Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A time as the report shows it.</summary>
    public static string Milliseconds(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    // A share needs a digit more than a multiple.
    private static string Ratio(double value) => value.ToString(value < 0.1 ? "F3" : "F2", CultureInfo.InvariantCulture);

    private static string Line(params string[] cells) =>
        string.Concat(cells.Zip(Widths, (cell, width) => width < 0 ? " " + cell.PadRight(-width) : cell.PadLeft(width))).TrimEnd();
}
