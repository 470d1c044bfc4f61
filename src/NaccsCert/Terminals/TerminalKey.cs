using NaccsCert.IO.Tables;

namespace NaccsCert.Terminals;

/// <summary>Names of terminals as lists, certificates and people write them: case, width and what a spreadsheet puts around text do not count.</summary>
internal static class TerminalKey
{
    /// <summary>What two ways to write the same name have in common.</summary>
    public static string Of(string name) => Bare(name).ToUpperInvariant();

    /// <summary>The name itself: <c>="1AAA0001"</c> and <c>'1AAA0001</c> are how text is told from numbers and formulas.</summary>
    public static string Bare(string name)
    {
        string text = FoldedText.Of(name);
        if (text.Length > 3 && text.StartsWith("=\"", System.StringComparison.Ordinal) && text[text.Length - 1] == '"')
        {
            text = text.Substring(2, text.Length - 3);
        }
        else if (text.Length > 1 && text[0] == '\'')
        {
            text = text.Substring(1);
        }

        return FoldedText.Trim(text);
    }
}
