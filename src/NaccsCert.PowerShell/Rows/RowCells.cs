using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.IO.Tables;

namespace NaccsCert.PowerShell.Rows;

/// <summary>The cells of a row, as <c>Import-Csv</c> makes it, by their headings.</summary>
internal sealed class RowCells
{
    private readonly Dictionary<string, object?> _cells = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an object of the pipeline; of columns with the same heading the first counts.</summary>
    public RowCells(object? row)
    {
        IEnumerable<PSPropertyInfo> properties = row is null ? [] : PSObject.AsPSObject(row).Properties;
        foreach (PSPropertyInfo property in properties)
        {
            // Headings come with full-width digits, with blanks, and with the byte order mark of the file.
            string heading = FoldedText.Of(property.Name);
            if (!_cells.ContainsKey(heading))
            {
                _cells.Add(heading, ValueOf(property));
            }
        }
    }

    /// <summary>Whether no cell has anything in it.</summary>
    public bool AreBlank => _cells.Values.All(IsBlank);

    /// <summary>What is in the first of some columns that has something in it; null when none has.</summary>
    public object? Find(params string[] headings) => headings
        .Select(heading => _cells.TryGetValue(heading, out object? value) ? value : null)
        .FirstOrDefault(value => !IsBlank(value));

    /// <summary>The same, if it is text.</summary>
    public string? FindText(params string[] headings) => (Find(headings) as string)?.Trim();

    /// <summary>Whether there is one of some columns, also a blank one.</summary>
    public bool Has(params string[] headings) => headings.Any(_cells.ContainsKey);

    private static bool IsBlank(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            // What is nothing but properties would lose them.
            return property.Value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
