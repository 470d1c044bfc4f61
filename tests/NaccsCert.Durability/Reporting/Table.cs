using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.Durability.Reporting;

/// <summary>The table at the end.</summary>
internal static class Table
{
    private const int MaxFindings = 20;

    private static readonly Loss[] Losses = Enum.GetValues<Loss>();

    /// <summary>Prints the rows, their sum, the seed, and what was found.</summary>
    public static void Print(TextWriter output, IReadOnlyList<PhaseResult> rows, int seed)
    {
        int width = rows.Max(row => row.Name.Length) + 2;
        output.WriteLine();
        output.WriteLine(Line("", width, "cases", "struck", [.. Losses.Select(Heading)]));
        foreach (PhaseResult row in rows)
        {
            output.WriteLine(row.NotPossible is { } reason
                ? $"{row.Name.PadRight(width)} not possible here: {reason}"
                : Line(row.Name, width, row.Cases, row.Hits, [.. Losses.Select(loss => (object)row.Count(loss))]));
        }

        output.WriteLine(Line(
            "all", width, rows.Sum(row => row.Cases), rows.Sum(row => row.Hits), [.. Losses.Select(loss => (object)rows.Sum(row => row.Count(loss)))]));
        output.WriteLine($"seed {seed}");
        foreach (PhaseResult row in rows.Where(row => row.ShowsTooLittle))
        {
            output.WriteLine($"{row.Name}: {row.Hits} struck, {row.Wanted} were wanted");
        }

        Finding[] findings = [.. rows.SelectMany(row => row.Findings)];
        foreach (Finding finding in findings.Take(MaxFindings))
        {
            output.WriteLine($"{finding.Loss} in {finding.Case}: {Beginning(finding.Detail)}");
        }

        if (findings.Length > MaxFindings)
        {
            output.WriteLine($"... and {findings.Length - MaxFindings} more");
        }
    }

    // Of a stack trace the first lines tell the most.
    private static string Beginning(string detail) => string.Join('\n', detail.Split('\n').Take(3));

    private static string Heading(Loss loss) => loss == Loss.Orphan ? "orphans" : loss.ToString().ToLowerInvariant();

    private static string Line(string name, int width, object cases, object struck, object[] losses) =>
        $"{name.PadRight(width)}{cases,8}{struck,8}" + string.Concat(losses.Select(loss => $"{loss,9}"));
}
