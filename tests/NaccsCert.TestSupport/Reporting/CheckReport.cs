using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.TestSupport.Reporting;

/// <summary>Prints the results of checks: a table, and the details of those that failed.</summary>
internal static class CheckReport
{
    /// <summary>Prints the table and the details.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="results">The results, in the order of the rows.</param>
    public static void Print(TextWriter output, IReadOnlyList<TableColumn> columns, IReadOnlyList<CheckResult> results)
    {
        var table = new ResultTable(columns);
        foreach (CheckResult result in results)
        {
            table.Add(result.Cells, result.HasPassed ? "ok" : "FAILED");
        }

        table.Print(output);
        output.WriteLine();
        foreach (CheckResult result in results.Where(result => !result.HasPassed))
        {
            output.WriteLine($"FAILED {string.Join(" | ", result.Cells)}");
            foreach (string detail in result.Details)
            {
                output.WriteLine($"    {detail}");
            }
        }
    }

    /// <summary>Prints how many checks passed and failed.</summary>
    /// <returns>The exit code: 0 when there were checks and all of them passed, else 1.</returns>
    public static int PrintSummary(TextWriter output, string harness, IReadOnlyList<CheckResult> results)
    {
        int failed = results.Count(result => !result.HasPassed);
        output.WriteLine($"{harness}: {results.Count - failed} passed, {failed} failed");
        return failed == 0 && results.Count > 0 ? 0 : 1;
    }
}
