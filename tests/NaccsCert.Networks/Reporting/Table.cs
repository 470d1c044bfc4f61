using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Networks.Rows;

namespace NaccsCert.Networks.Reporting;

/// <summary>The table.</summary>
internal static class Table
{
    /// <summary>Prints the findings, and what is wrong with those that are not as expected.</summary>
    public static void Print(TextWriter output, IReadOnlyList<Finding> findings)
    {
        string[] titles = ["proxy", "credential", "operation", "outcome"];
        string[][] cells = [.. findings.Select(Cells)];
        int[] widths = [.. titles.Select((title, column) => cells.Append(titles).Max(row => row[column].Length))];
        output.WriteLine(Line(titles, widths, string.Empty));
        foreach (Finding finding in findings)
        {
            output.WriteLine(Line(Cells(finding), widths, finding.IsAsExpected ? "ok" : "NOT"));
        }

        output.WriteLine();
        foreach (Finding finding in findings.Where(finding => !finding.IsAsExpected))
        {
            output.WriteLine($"NOT {string.Join(" | ", Cells(finding))} | {finding.Complaint}");
        }
    }

    private static string[] Cells(Finding finding) => [finding.Proxy, finding.Credential, finding.Subject, finding.Seen];

    private static string Line(string[] cells, int[] widths, string mark) =>
        string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column])).Append(mark)).TrimEnd();
}
