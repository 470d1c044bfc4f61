using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Rows;

/// <summary>
/// A row of codes from the pipeline. Its codes are secret from here on: it takes the place of the engine's object, which errors and
/// bound parameters would show.
/// </summary>
internal sealed class CodeRow : IDisposable
{
    private const int MaxTerminalLength = 40;

    // What lists of NSS, of people and of the sandbox are headed with.
    private static readonly string[][] CodeColumns =
    [
        ["AuthCode1", "Code1", "認証コード1"], ["AuthCode2", "Code2", "認証コード2"], ["AuthCode3", "Code3", "認証コード3"],
    ];

    private static readonly string[] TerminalColumns = ["Terminal", "論理端末名", "端末名"];
    private static readonly string[] SettingColumns = ["Service", "StoreName", "FriendlyName"];

    private readonly SecureString?[] _codes;
    private readonly Dictionary<string, string?> _settings;

    /// <summary>Reads an object of the pipeline.</summary>
    public CodeRow(object? row)
    {
        var cells = new RowCells(row);
        _codes = [.. CodeColumns.Select(columns => SecureCodeAttribute.Protect(cells.Find(columns)))];
        _settings = SettingColumns.ToDictionary(column => column, column => cells.FindText(column));
        IsBlank = cells.AreBlank;

        // A list whose columns have slipped may have a code where the terminal should be.
        string terminal = cells.FindText(TerminalColumns) ?? string.Empty;
        bool isCode = CodeColumns.Any(columns => string.Equals(cells.FindText(columns), terminal, StringComparison.OrdinalIgnoreCase));
        Terminal = terminal.Length == 0 || isCode ? null : ForeignText.ToMessage(terminal, MaxTerminalLength);
    }

    /// <summary>The terminal that the row is about, for people; null where it does not say.</summary>
    public string? Terminal { get; }

    /// <summary>Whether no cell of the row has anything in it.</summary>
    public bool IsBlank { get; }

    /// <summary>The codes of the row; the caller disposes of them.</summary>
    /// <exception cref="NaccsException">A code is missing, or cannot be one.</exception>
    public AuthenticationCodes ReadCodes() => new(Code(0), Code(1), Code(2));

    /// <summary>What the row says about the service, the store or the friendly name; null where it says nothing.</summary>
    public string? Setting(string parameter) => _settings[parameter];

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
}
