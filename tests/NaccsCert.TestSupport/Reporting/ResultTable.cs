using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.TestSupport.Reporting;

/// <summary>Prints the results of a harness as a table of plain text.</summary>
/// <param name="columns">The columns.</param>
internal sealed class ResultTable(params IReadOnlyList<TableColumn> columns)
{
    private readonly List<(IReadOnlyList<string> Cells, string Note)> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">The cells; missing ones are empty.</param>
    /// <param name="note">A text after the last cell, outside of the columns.</param>
    public void Add(IReadOnlyList<string> cells, string note = "") =>
        _rows.Add(([.. cells.Select((cell, column) => Cut(cell, columns[column].MaxWidth))], note));

    /// <summary>Prints the headings and the rows.</summary>
    public void Print(TextWriter output)
    {
        IReadOnlyList<string> titles = [.. columns.Select(column => column.Title)];
        int[] widths = [.. columns.Select((_, column) => _rows.Select(row => row.Cells).Append(titles)
            .Where(cells => column < cells.Count).Max(cells => cells[column].Length))];
        output.WriteLine(Line(titles, widths, string.Empty));
        foreach ((IReadOnlyList<string> cells, string note) in _rows)
        {
            output.WriteLine(Line(cells, widths, note));
        }
    }

    private static string Cut(string text, int width) => text.Length > width ? text[..(width - 1)] + "…" : text;

    private string Line(IReadOnlyList<string> cells, int[] widths, string note) =>
        string.Join("  ", cells.Select((cell, column) => columns[column].IsNumber ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])).Append(note)).TrimEnd();
}
