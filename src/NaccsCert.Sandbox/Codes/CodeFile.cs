using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace NaccsCert.Sandbox.Codes;

/// <summary>The code file: CSV, UTF-8, a header line and one code set a line, without quotes.</summary>
internal static class CodeFile
{
    // RFC 5280 appendix A: the upper bound of a common name.
    private const int MaxTerminalLength = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] Columns = ["terminal", "code1", "code2", "code3"];

    /// <summary>Reads a code file.</summary>
    /// <exception cref="SandboxException">The file cannot be read, or a line and column in it is wrong.</exception>
    public static IReadOnlyList<CodeSet> Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllLines(path, StrictUtf8));
        }
        catch (DecoderFallbackException exception)
        {
            throw new SandboxException($"The code file {path} is not UTF-8.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"The code file {path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The text of a code file.</summary>
    public static string Format(IEnumerable<CodeSet> sets) =>
        string.Concat(sets
            .Select(set => $"{set.Terminal},{set.Code1},{set.Code2},{set.Code3}\n")
            .Prepend(string.Join(',', Columns) + "\n"));

    private static List<CodeSet> Parse(string path, string[] lines)
    {
        if (lines.Length == 0 || lines[0].TrimEnd() != string.Join(',', Columns))
        {
            throw new SandboxException($"{path}, line 1: the header must be '{string.Join(',', Columns)}'.");
        }

        var sets = new List<CodeSet>();
        var terminals = new Dictionary<string, int>(StringComparer.Ordinal);
        var credentials = new Dictionary<(string, string), int>();
        for (int number = 2; number <= lines.Length; number++)
        {
            string line = lines[number - 1];
            if (line.Length == 0)
            {
                continue;
            }

            CodeSet set = ParseLine(path, number, line);
            if (!terminals.TryAdd(set.Terminal, number))
            {
                throw Wrong(path, number, 0, $"'{set.Terminal}' is on line {terminals[set.Terminal]} already");
            }

            if (!credentials.TryAdd((set.User, set.Password), number))
            {
                throw Wrong(path, number, 1, $"these codes are on line {credentials[(set.User, set.Password)]} already");
            }

            sets.Add(set);
        }

        return sets.Count > 0 ? sets : throw new SandboxException($"{path}: there is no code set in it.");
    }

    private static CodeSet ParseLine(string path, int number, string line)
    {
        string[] fields = line.Split(',');
        if (fields.Length > Columns.Length)
        {
            throw new SandboxException($"{path}, line {number}, column {Columns.Length + 1}: there are only {Columns.Length} columns.");
        }

        for (int column = 0; column < Columns.Length; column++)
        {
            if (column >= fields.Length || fields[column].Length == 0)
            {
                throw Wrong(path, number, column, "is missing");
            }

            if (fields[column].Any(character => char.IsControl(character) || character == '"'))
            {
                throw Wrong(path, number, column, "has a quotation mark or a control character");
            }
        }

        if (fields[0].Length > MaxTerminalLength)
        {
            throw Wrong(path, number, 0, $"is longer than {MaxTerminalLength} characters");
        }

        // RFC 7617 section 2: a user name with a colon cannot be sent.
        return fields[1].Contains(':', StringComparison.Ordinal)
            ? throw Wrong(path, number, 1, "has a colon")
            : new CodeSet(fields[0], fields[1], fields[2], fields[3]);
    }

    private static SandboxException Wrong(string path, int line, int column, string what) =>
        new($"{path}, line {line}, column {column + 1} ({Columns[column]}): {what}.");
}
