using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Tables;

namespace NaccsCert.Terminals;

/// <summary>
/// Which columns a list of terminals is read by. What NSS heads its list with is not public, so common names are known, and others can
/// be named.
/// </summary>
/// <param name="terminal">The heading of the column with the names; null for the known ones.</param>
/// <param name="issued">The heading of the column with the days of issue; null for the known ones.</param>
internal sealed class ListColumns(string? terminal, string? issued)
{
    /// <summary>The known headings of names, as those of lists with codes.</summary>
    public static IReadOnlyList<string> TerminalHeadings { get; } = ["Terminal", "論理端末名", "端末名"];

    private static readonly string[] IssuedHeadings = ["Issued", "IssueDate", "発行日", "発行年月日"];
    private static readonly string[] OrderedHeadings = ["Ordered", "OrderDate", "申込日", "申請日"];

    /// <summary>The headings of names that are looked for.</summary>
    public IReadOnlyList<string> Terminal { get; } = terminal is null ? TerminalHeadings : [terminal];

    /// <summary>The column with the names.</summary>
    /// <param name="headings">A row of headings.</param>
    /// <returns>Its index; negative where there is none, so that the row is not that of the headings.</returns>
    public int FindTerminal(TableRow headings) => Find(headings, Terminal);

    /// <summary>The column with the days of issue; negative for none.</summary>
    public int FindIssued(TableRow headings) => Find(headings, issued is null ? IssuedHeadings : [issued]);

    /// <summary>Whether a column was named that the row of the headings does not have.</summary>
    public string? Missing(TableRow headings) => issued is not null && FindIssued(headings) < 0 ? issued : null;

    /// <summary>The column with the days of the order; negative for none.</summary>
    public static int FindOrdered(TableRow headings) => Find(headings, OrderedHeadings);

    private static int Find(TableRow headings, IReadOnlyCollection<string> names)
    {
        string[] folded = [.. names.Select(FoldedText.Of)];
        return headings.Cells.ToList().FindIndex(cell => folded.Contains(FoldedText.Of(cell), StringComparer.OrdinalIgnoreCase));
    }
}
