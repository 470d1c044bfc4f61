using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;

namespace NaccsCert.Fleet;

/// <summary>The rows as a CSV file (RFC 4180) that Excel opens by a double click: UTF-8 with a byte order mark, and no formula in it.</summary>
internal static class FleetTable
{
    private static readonly PropertyInfo[] Columns = typeof(FleetRow).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>Composes the file.</summary>
    public static byte[] Compose(IEnumerable<FleetRow> rows)
    {
        var text = new StringBuilder();
        Append(text, Columns.Select(column => column.Name));
        foreach (FleetRow row in rows)
        {
            Append(text, Columns.Select(column => Cell(column.GetValue(row))));
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Numbers are no formulas, also those below zero.
    private static string Cell(object? value) => value switch
    {
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        string text => CellText.Guard(ForeignText.ToMessage(text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.Append(string.Join(",", cells.Select(cell => "\"" + cell.Replace("\"", "\"\"") + "\""))).Append("\r\n");
}
