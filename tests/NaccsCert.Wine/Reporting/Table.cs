using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Wine.Checks;

namespace NaccsCert.Wine.Reporting;

/// <summary>The table.</summary>
internal static class Table
{
    private const int WidestOutcome = 60;

    /// <summary>Prints the findings, and all of those that are not as expected.</summary>
    public static void Print(TextWriter output, IReadOnlyList<Finding> findings)
    {
        string[] titles = ["area", "check", "outcome"];
        string[][] cells = [.. findings.Select(Cells)];
        int[] widths = [.. titles.Select((_, column) => cells.Append(titles).Max(row => row[column].Length))];
        output.WriteLine(Line(titles, widths, string.Empty));
        foreach ((Finding finding, string[] row) in findings.Zip(cells))
        {
            output.WriteLine(Line(row, widths, finding.IsAsExpected ? "ok" : "NOT"));
        }

        output.WriteLine();
        foreach (Finding finding in findings.Where(finding => !finding.IsAsExpected))
        {
            output.WriteLine($"NOT {finding.Check.Area} | {finding.Check.Name}");
            output.WriteLine($"    expected {finding.Check.Expected}");
            output.WriteLine($"    but saw  {finding.Seen}");
            output.WriteLine($"    {finding.Messages}");
        }
    }

    private static string[] Cells(Finding finding) => [finding.Check.Area, finding.Check.Name, Short(finding.Seen)];

    private static string Short(string text) => text.Length > WidestOutcome ? text[..(WidestOutcome - 1)] + "…" : text;

    private static string Line(string[] cells, int[] widths, string mark) =>
        string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column])).Append(mark)).TrimEnd();
}
