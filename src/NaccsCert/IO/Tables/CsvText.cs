using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NaccsCert.IO.Tables;

/// <summary>
/// Reads CSV text (RFC 4180) row by row: separated by commas, or by the tabulators or semicolons that Excel writes in some formats and
/// regions; with or without quotation marks, which may hold separators, line ends and, doubled, themselves.
/// </summary>
internal static class CsvText
{
    private const string SeparatorLine = "sep=";

    private static readonly char[] Separators = [',', '\t', ';'];

    /// <summary>Reads all rows, also blank ones.</summary>
    /// <param name="text">The text, without a byte order mark.</param>
    public static IEnumerable<TableRow> Rows(string text)
    {
        // Excel's own way to say it, in a line that is no row.
        if (!text.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) || text.Length == SeparatorLine.Length)
        {
            return Read(text, 0, SeparatorOf(text));
        }

        int end = text.IndexOf('\n');
        return Read(text, end < 0 ? text.Length : end + 1, text[SeparatorLine.Length]);
    }

    private static IEnumerable<TableRow> Read(string text, int start, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        int number = start > 0 ? 2 : 1;
        for (int index = start; index < text.Length; index++)
        {
            char character = text[index];
            if (isQuoted)
            {
                // Doubled, it stands for itself.
                if (character == '"' && index + 1 < text.Length && text[index + 1] == '"')
                {
                    index++;
                }
                else if (character == '"')
                {
                    isQuoted = false;
                    continue;
                }

                cell.Append(character);
            }
            else if (character == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                isQuoted = true;
            }
            else if (character == separator)
            {
                TakeCell();
            }
            else if (character is '\r' or '\n')
            {
                TakeCell();
                yield return TakeRow(isTorn: false);
                index += character == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 1 : 0;
            }
            else
            {
                cell.Append(character);
            }
        }

        if (cells.Count > 0 || cell.Length > 0 || isQuoted)
        {
            TakeCell();
            yield return TakeRow(isQuoted);
        }

        void TakeCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        TableRow TakeRow(bool isTorn)
        {
            var row = new TableRow(number++, [.. cells], isTorn);
            cells.Clear();
            return row;
        }
    }

    // That of which the first line that has any has most; a comma where none has one.
    private static char SeparatorOf(string text)
    {
        int[] counts = new int[Separators.Length];
        bool isQuoted = false;
        foreach (char character in text)
        {
            isQuoted ^= character == '"';
            int which = isQuoted ? -1 : Array.IndexOf(Separators, character);
            if (which >= 0)
            {
                counts[which]++;
            }
            else if (!isQuoted && character == '\n' && counts.Any(count => count > 0))
            {
                break;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
