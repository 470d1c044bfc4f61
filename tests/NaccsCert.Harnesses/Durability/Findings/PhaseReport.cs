using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Durability.Findings;

/// <summary>Prints the results of the phases.</summary>
internal static class PhaseReport
{
    private const int MaxFindings = 20;

    private static readonly Loss[] Losses = Enum.GetValues<Loss>();

    /// <summary>Prints the rows, their sum, the seed, and the findings.</summary>
    public static void Print(TextWriter output, IReadOnlyList<PhaseResult> rows, int seed)
    {
        var table = new ResultTable([new(""), Number("cases"), Number("hits"), .. Losses.Select(loss => Number(Heading(loss)))]);
        foreach (PhaseResult row in rows)
        {
            if (row.NotPossible is { } reason)
            {
                table.Add([row.Name], $"not possible here: {reason}");
            }
            else
            {
                table.Add(Cells(row.Name, row.Cases, row.Hits, row.Count));
            }
        }

        table.Add(Cells("all", rows.Sum(row => row.Cases), rows.Sum(row => row.Hits), loss => rows.Sum(row => row.Count(loss))));
        output.WriteLine();
        table.Print(output);
        output.WriteLine($"seed {seed}");
        foreach (PhaseResult row in rows.Where(row => row.ShowsTooLittle))
        {
            output.WriteLine($"{row.Name}: {row.Hits} hits, but {row.Wanted} are needed");
        }

        PrintFindings(output, [.. rows.SelectMany(row => row.Findings)]);
    }

    private static void PrintFindings(TextWriter output, Finding[] findings)
    {
        foreach (Finding finding in findings.Take(MaxFindings))
        {
            output.WriteLine($"{finding.Loss} in {finding.Case}: {Beginning(finding.Detail)}");
        }

        if (findings.Length > MaxFindings)
        {
            output.WriteLine($"... and {findings.Length - MaxFindings} more");
        }
    }

    // The first lines of a stack trace tell the most.
    private static string Beginning(string detail) => string.Join('\n', detail.Split('\n').Take(3));

    private static string Heading(Loss loss) => loss == Loss.Orphan ? "orphans" : loss.ToString().ToLowerInvariant();

    private static TableColumn Number(string title) => new(title, IsNumber: true);

    private static IReadOnlyList<string> Cells(string name, int cases, int hits, Func<Loss, int> count) =>
        [name, .. Losses.Select(count).Prepend(hits).Prepend(cases).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
