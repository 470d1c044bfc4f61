using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Text;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Rows;

/// <summary>
/// A row of codes, as <c>Import-Csv</c> puts it into the pipeline. Its codes are secret from here on: it takes the place of the
/// engine's object, which errors and bound parameters would show.
/// </summary>
internal sealed class CodeRow : IDisposable
{
    private const int MaxTerminalLength = 40;

    // What lists of NSS, of people and of the sandbox are headed with; the first that is there counts.
    private static readonly string[][] CodeColumns =
    [
        ["AuthCode1", "Code1", "認証コード1"], ["AuthCode2", "Code2", "認証コード2"], ["AuthCode3", "Code3", "認証コード3"],
    ];

    private static readonly string[] TerminalColumns = ["Terminal", "論理端末名", "端末名"];

    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly SecureString?[] _codes;

    private CodeRow(Dictionary<string, object?> cells)
    {
        _codes = [.. CodeColumns.Select(columns => SecureCodeAttribute.Protect(Cell(cells, columns)))];
        IsBlank = cells.Values.All(IsBlankCell);
        foreach (KeyValuePair<string, object?> cell in cells.Where(cell => cell.Key is "SERVICE" or "STORENAME" or "FRIENDLYNAME" && !IsBlankCell(cell.Value)))
        {
            _settings[cell.Key] = TextOf(cell.Value);
        }

        // A list whose columns have slipped may have a code where the terminal should be.
        string[] codes = [.. CodeColumns.Select(columns => TextOf(Cell(cells, columns)))];
        string terminal = TextOf(Cell(cells, TerminalColumns));
        Terminal = terminal.Length == 0 || codes.Contains(terminal, StringComparer.OrdinalIgnoreCase) ? null : Shown(terminal);
    }

    /// <summary>The terminal that the row is about, for people; null where it does not say.</summary>
    public string? Terminal { get; }

    /// <summary>Whether no cell of the row has anything in it.</summary>
    public bool IsBlank { get; }

    /// <summary>Reads an object of the pipeline.</summary>
    public static CodeRow Read(object? row)
    {
        var cells = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (PSPropertyInfo property in PSObject.AsPSObject(row ?? string.Empty).Properties.Where(_ => row is not null))
        {
            string name = Folded(property.Name).ToUpperInvariant();
            if (!cells.ContainsKey(name))
            {
                cells.Add(name, ValueOf(property));
            }
        }

        return new CodeRow(cells);
    }

    /// <summary>The codes of the row; the caller disposes of them.</summary>
    /// <exception cref="NaccsException">A code is missing, or cannot be one.</exception>
    public AuthenticationCodes ReadCodes() => new(Code(0), Code(1), Code(2));

    /// <summary>What the row says about a parameter; null where it says nothing.</summary>
    public string? Setting(string parameter) => _settings.TryGetValue(parameter, out string? value) ? value : null;

    /// <summary>Names the row in the language of the session.</summary>
    /// <param name="number">Which of the objects of the pipeline it is, from 1.</param>
    public string Label(int number) => Terminal is null
        ? CommandText.Format(MessageId.Row, number)
        : CommandText.Format(MessageId.RowOfTerminal, number, Terminal);

    /// <summary>Says what it is, and nothing of what is in it.</summary>
    public override string ToString() => nameof(CodeRow);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SecureString? code in _codes)
        {
            code?.Dispose();
        }
    }

    private SecureString Code(int index) => _codes[index]
        ?? throw new NaccsException(ErrorId.CodeMissing, CodeColumns[index][0], index + 1, string.Join(", ", CodeColumns[index]));

    private static object? Cell(Dictionary<string, object?> cells, string[] columns) => columns
        .Select(column => cells.TryGetValue(column.ToUpperInvariant(), out object? value) ? value : null)
        .FirstOrDefault(value => !IsBlankCell(value));

    private static bool IsBlankCell(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    private static string TextOf(object? value) => value is string text ? text.Trim() : string.Empty;

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value is PSObject wrapped ? wrapped.BaseObject : property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    // Headings come with full-width digits, with blanks, and with the byte order mark of the file.
    private static string Folded(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC).Trim('\uFEFF', ' ', '\t');
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    private static string Shown(string terminal)
    {
        string visible = new([.. terminal.Where(IsVisible)]);
        return visible.Length > MaxTerminalLength ? visible.Substring(0, MaxTerminalLength) : visible;
    }

    private static bool IsVisible(char character) => CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
