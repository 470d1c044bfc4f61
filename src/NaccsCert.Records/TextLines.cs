using System;
using System.Collections.Generic;
using System.Text;

namespace NaccsCert;

/// <summary>
/// Breaks text into lines as Japanese is broken (JIS X 4051): between any two full-width characters, but for punctuation, which neither
/// begins nor ends a line on its own; words of other languages, names, dates and times stay whole.
/// </summary>
internal static class TextLines
{
    // What belongs to the character before it, and what belongs to the one after it.
    private static readonly char[] Closing = "、。，．・：；？！)）」』】〕〉》］｝%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ".ToCharArray();
    private static readonly char[] Opening = "(（「『【〔〈《［｛".ToCharArray();

    /// <summary>Breaks a text.</summary>
    /// <param name="text">The text; its own line ends stay.</param>
    /// <param name="cells">The width of a line. A part that may not be broken and does not fit stays as it is.</param>
    /// <returns>The lines, with line feeds between them.</returns>
    public static string Wrap(string text, int cells)
    {
        var lines = new List<string>();
        foreach (string line in text.Split('\n'))
        {
            Wrap(line, cells, lines);
        }

        return string.Join("\n", lines);
    }

    private static void Wrap(string text, int cells, List<string> lines)
    {
        var line = new StringBuilder();
        int width = 0;
        foreach (string part in Parts(text))
        {
            if (width > 0 && width + CellWidth.Of(part.TrimEnd(' ')) > cells)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
                width = 0;
            }

            line.Append(part);
            width += CellWidth.Of(part);
        }

        lines.Add(line.ToString());
    }

    // Blanks stay with what they follow.
    private static IEnumerable<string> Parts(string text)
    {
        int start = 0;
        for (int end = 1; end < text.Length; end++)
        {
            if (MayBreak(text, end))
            {
                yield return text.Substring(start, end - start);
                start = end;
            }
        }

        yield return text.Substring(start);
    }

    private static bool MayBreak(string text, int place)
    {
        (char before, char after) = (text[place - 1], text[place]);
        if (after == ' ' || Array.IndexOf(Closing, after) >= 0 || Array.IndexOf(Opening, before) >= 0)
        {
            return false;
        }

        return before == ' '
            ? !IsWithinMoment(text, place)
            : CellWidth.IsWide(before) || CellWidth.IsWide(after);
    }

    // "2026-12-16 08:00 +09:00" is one thing.
    private static bool IsWithinMoment(string text, int place) =>
        place >= 2 && char.IsDigit(text[place - 2])
        && (char.IsDigit(text[place]) || (text[place] is '+' or '-' && place + 1 < text.Length && char.IsDigit(text[place + 1])));
}
