using System.Collections.Generic;

namespace NaccsCert.IO.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Number">Which row of the sheet it is, from 1, as spreadsheet programs number them.</param>
/// <param name="Cells">Its cells, as they were written.</param>
/// <param name="IsTorn">Whether the file ends within quotation marks that were opened in it.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells, bool IsTorn)
{
    /// <summary>The cell of a column; empty where the row is shorter.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : string.Empty;
}
