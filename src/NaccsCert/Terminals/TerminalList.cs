using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO;
using NaccsCert.IO.Tables;
using NaccsCert.Resources;

namespace NaccsCert.Terminals;

/// <summary>
/// Reads a list of the terminals for which certificates were ordered: a CSV file with headings. A bad row is told, and stops no other. What
/// its cells hold is not: the file may be one of authentication codes, or its columns may have slipped.
/// </summary>
/// <param name="columns">Which columns to read.</param>
/// <param name="report">Takes the errors of rows: <see cref="ErrorId.TerminalRowInvalid"/>.</param>
internal sealed class TerminalList(ListColumns columns, Action<NaccsException> report)
{
    private const int MaxFileBytes = 16 * 1024 * 1024;

    // Longer than any name that could be the subject of a certificate (RFC 5280, ub-common-name).
    private const int MaxNameLength = 64;

    // Titles and notes that people put above the headings.
    private const int MaxRowsAbove = 20;

    private static readonly byte[][] WorkbookMarks = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    /// <summary>Reads a list.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.TerminalListInvalid"/>, or the file cannot be read: <see cref="BoundedFile.Read"/>.</exception>
    public IReadOnlyList<OrderedTerminal> Read(string path)
    {
        byte[] content = BoundedFile.Read(path, MaxFileBytes);
        if (WorkbookMarks.Any(mark => content.Take(mark.Length).SequenceEqual(mark)))
        {
            throw Invalid(path, StringId.ListIsWorkbook);
        }

        string text = TableEncoding.Decode(content) ?? throw Invalid(path, StringId.ListIsNoText);
        return Read(path, CsvText.Rows(text));
    }

    private OrderedTerminal[] Read(string path, IEnumerable<TableRow> rows)
    {
        TableRow[] all = [.. rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))];
        TableRow headings = Array.Find(all.Take(MaxRowsAbove).ToArray(), row => columns.FindTerminal(row) >= 0)
            ?? throw Invalid(path, StringId.ListColumnMissing, string.Join(", ", columns.Terminal));
        if (columns.Missing(headings) is { } missing)
        {
            throw Invalid(path, StringId.ListColumnMissing, missing);
        }

        OrderedTerminal[] terminals = [.. all.Where(row => row.Number > headings.Number)
            .Select(row => Read(path, headings, row))
            .OfType<OrderedTerminal>()];
        return terminals.Length > 0 ? terminals : throw Invalid(path, StringId.ListIsEmpty);
    }

    private OrderedTerminal? Read(string path, TableRow headings, TableRow row)
    {
        string name = TerminalKey.Bare(row.Cell(columns.FindTerminal(headings)));
        if (FlawOf(name, row) is { } flaw)
        {
            report(RowInvalid(path, row, flaw));
            return null;
        }

        return new OrderedTerminal(
            ForeignText.ToMessage(name),
            Day(path, row, columns.FindIssued(headings)),
            Day(path, row, ListColumns.FindOrdered(headings)),
            path,
            row.Number);
    }

    // What is known of the terminal counts all the same.
    private DateTime? Day(string path, TableRow row, int column)
    {
        string text = column < 0 ? string.Empty : FoldedText.Of(row.Cell(column));
        if (text.Length == 0)
        {
            return null;
        }

        if (ListDate.TryRead(text, out DateTime day))
        {
            return day;
        }

        report(RowInvalid(path, row, Strings.Format(StringId.RowDateInvalid)));
        return null;
    }

    private static string? FlawOf(string name, TableRow row) =>
        row.IsTorn ? Strings.Format(StringId.RowTorn)
        : name.Length == 0 ? Strings.Format(StringId.RowTerminalBlank)
        : SpreadsheetText.IsReformatted(name) ? Strings.Format(StringId.RowTerminalReformatted)
        : name.Length > MaxNameLength ? Strings.Format(StringId.RowTerminalTooLong, MaxNameLength)
        : null;

    private static NaccsException Invalid(string path, StringId cause, params object[] arguments) =>
        new(ErrorId.TerminalListInvalid, path, Strings.Format(cause, arguments));

    private static NaccsException RowInvalid(string path, TableRow row, string flaw) =>
        new(ErrorId.TerminalRowInvalid, path, row.Number, flaw);
}
