using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Networks.Client;

namespace NaccsCert.Networks.Rows;

/// <summary>What came of a row, and whether it was to come.</summary>
/// <param name="row">The row.</param>
/// <param name="outcomes">What came of each operation.</param>
/// <param name="shown">What the proxy was shown; null where it does not look.</param>
internal sealed class RowResult(Row row, IReadOnlyList<Outcome> outcomes, IReadOnlyList<string>? shown)
{
    /// <summary>The lines of the table.</summary>
    public IReadOnlyList<Finding> Findings => [.. outcomes.Select(Of), .. shown is null ? [] : (Finding[])[OfShown(shown)]];

    private Finding Of(Outcome outcome)
    {
        string expected = row.Expected[outcome.Operation];
        string seen = outcome.Result;
        bool succeeded = expected == Expect.Success[outcome.Operation];
        string complaint = seen != expected ? $"not {expected}: {outcome.Text}"
            : !succeeded && !outcome.Text.Contains(row.Tells, StringComparison.Ordinal) ? $"does not tell {row.Tells}: {outcome.Text}"
            : string.Empty;
        return new Finding(row.Proxy, row.Credential, outcome.Operation.ToString(), seen, complaint.Length == 0, complaint);
    }

    private Finding OfShown(IReadOnlyList<string> seen)
    {
        string expected = InWords(row.Shown ?? []);
        string actual = InWords(seen);
        return new Finding(
            row.Proxy, row.Credential, "(the proxy saw)", actual, actual == expected, actual == expected ? string.Empty : $"not {expected}");
    }

    private static string InWords(IReadOnlyList<string> shown) => shown.Count == 0 ? "nothing" : string.Join(", ", shown);
}
