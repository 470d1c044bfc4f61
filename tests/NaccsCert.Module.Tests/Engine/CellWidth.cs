using System;
using System.Globalization;
using System.Text;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>Calculates how many columns of a terminal a text takes: Japanese characters take two (UAX #11, wide and fullwidth).</summary>
internal static class CellWidth
{
    private static readonly (int First, int Last)[] WideRanges =
    [
        (0x1100, 0x115F),
        (0x2E80, 0x303E),
        (0x3041, 0xA4CF),
        (0xA960, 0xA97C),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6),
        (0x1F300, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns that <paramref name="text"/> takes.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>The columns that one character takes: none, one or two.</summary>
    private static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static bool IsWide(int codePoint) =>
        Array.Exists(WideRanges, range => range.First <= codePoint && codePoint <= range.Last);
}
