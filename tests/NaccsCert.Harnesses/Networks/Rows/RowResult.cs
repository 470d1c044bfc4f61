using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>Compares the outcome of a row with the expected one.</summary>
/// <param name="row">The row.</param>
/// <param name="outcomes">The outcome of each operation.</param>
/// <param name="shown">What the proxy received; null where it does not record.</param>
internal sealed class RowResult(Row row, IReadOnlyList<Outcome> outcomes, IReadOnlyList<string>? shown)
{
    /// <summary>The lines of the table.</summary>
    public IReadOnlyList<CheckResult> Checks => [.. outcomes.Select(Of), .. shown is null ? [] : (CheckResult[])[OfShown(shown)]];

    private CheckResult Of(Outcome outcome)
    {
        string expected = row.Expected[outcome.Operation];
        bool hasFailed = expected != Expect.Success[outcome.Operation];
        var details = new List<string>();
        if (outcome.Result != expected)
        {
            details.Add($"expected {expected}: {outcome.Text}");
        }
        else if (hasFailed && !outcome.Text.Contains(row.Message, StringComparison.Ordinal))
        {
            details.Add($"the message lacks \"{row.Message}\": {outcome.Text}");
        }

        return new CheckResult([row.Proxy, row.Credential, outcome.Operation.ToString(), outcome.Result], details.Count == 0, details);
    }

    private CheckResult OfShown(IReadOnlyList<string> seen)
    {
        string expected = InWords(row.Shown ?? []);
        string actual = InWords(seen);
        return new CheckResult([row.Proxy, row.Credential, "(the proxy saw)", actual], actual == expected, [$"expected {expected}"]);
    }

    private static string InWords(IReadOnlyList<string> shown) => shown.Count == 0 ? "nothing" : string.Join(", ", shown);
}
