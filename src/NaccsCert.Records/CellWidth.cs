namespace NaccsCert;

/// <summary>How many cells of a console text takes: full-width characters take two.</summary>
internal static class CellWidth
{
    /// <summary>The width of a text.</summary>
    public static int Of(string text)
    {
        int cells = 0;
        foreach (char character in text)
        {
            cells += Of(character);
        }

        return cells;
    }

    /// <summary>The width of a character: East Asian Width (UAX #11) as coarsely as consoles take it, rather too wide than too narrow.</summary>
    public static int Of(char character) => IsWide(character) ? 2 : 1;

    /// <summary>Whether a character takes two cells.</summary>
    public static bool IsWide(char character) => character is not (< '\u1100' or (>= '\uFF61' and <= '\uFFDC'));

    /// <summary>As much of the beginning of a text as fits; the text must be wider than that.</summary>
    public static string Beginning(string text, int cells)
    {
        int length = 0;
        int used = Of(text[0]);
        while (used <= cells)
        {
            length++;
            used += Of(text[length]);
        }

        return text.Substring(0, length);
    }

    /// <summary>As much of the end of a text as fits; the text must be wider than that.</summary>
    public static string Ending(string text, int cells)
    {
        int start = text.Length;
        int used = Of(text[start - 1]);
        while (used <= cells)
        {
            start--;
            used += Of(text[start - 1]);
        }

        return text.Substring(start);
    }
}
