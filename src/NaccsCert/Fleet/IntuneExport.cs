using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NaccsCert.IO;
using NaccsCert.IO.Tables;
using NaccsCert.Resources;

namespace NaccsCert.Fleet;

/// <summary>Reads the device status of a script package as Intune exports it: CSV in UTF-8.</summary>
internal static class IntuneExport
{
    // Of a device there are at most two outputs of 2,048 characters, and errors: enough for every fleet.
    private const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReportsUnreadable"/>: it cannot be read, or is another table.</exception>
    public static IEnumerable<IntuneRunState> Read(string path)
    {
        using IEnumerator<TableRow> rows = CsvText.Rows(ReadText(path)).GetEnumerator();
        string[] columns = rows.MoveNext() ? [.. rows.Current.Cells.Select(cell => cell.Trim())] : [];
        if (!IntuneRunState.IsDescribedBy(name => columns.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            throw new NaccsException(ErrorId.ReportsUnreadable, path, Strings.Format(StringId.FleetNotIntune));
        }

        while (rows.MoveNext())
        {
            TableRow row = rows.Current;
            if (row.Cells.Any(cell => cell.Length > 0))
            {
                yield return IntuneRunState.From(name => CellOf(row, columns, name));
            }
        }
    }

    private static string CellOf(TableRow row, string[] columns, string name)
    {
        int column = Array.FindIndex(columns, candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase));
        return column < 0 ? string.Empty : row.Cell(column);
    }

    private static string ReadText(string path)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(RegularFile.Read(path, MaxBytes)), Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.ReportsUnreadable, path, exception, exception.Message);
        }
    }
}
