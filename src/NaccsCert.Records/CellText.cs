using System;
using System.Diagnostics.CodeAnalysis;

namespace NaccsCert;

/// <summary>
/// Text of others as one cell of a table. Spreadsheet programs run what looks like a formula, also from a CSV file and within quotation
/// marks; results are written to such files with <c>Export-Csv</c>.
/// </summary>
internal static class CellText
{
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];

    /// <summary>Makes a cell that is only read.</summary>
    /// <param name="text">What a certificate, a list or a service says.</param>
    /// <returns>The text; after an apostrophe, which marks text, where it would be a formula.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Guard(string? text) =>
        text is { Length: > 1 } && Array.IndexOf(FormulaStarts, text[0]) >= 0 ? "'" + text : text;
}
