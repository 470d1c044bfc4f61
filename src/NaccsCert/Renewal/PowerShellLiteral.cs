using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Xml;

namespace NaccsCert.Renewal;

/// <summary>Texts as expressions of PowerShell that keep their value through everything that reads a command line before PowerShell does.</summary>
/// <remarks>
/// What a single-quoted text can hold stands in one, readable for whoever looks at the task. What somebody on the way would
/// replace is named by its number. <c>-EncodedCommand</c> would need none of this, but hides from the administrator what
/// runs, and most security products report it.
/// </remarks>
internal static class PowerShellLiteral
{
    // PowerShell takes four other characters for the same quotation mark; doubled, each stands for itself.
    private const string Quotes = "'\u2018\u2019\u201A\u201B";

    // Windows takes " for the end of an argument, Task Scheduler replaces $(Arg0) and %NAME%, and the shell %1.
    private const string Replaced = "\"$%";

    private const char LastOfAscii = '~';

    /// <summary>Writes a text as an expression.</summary>
    /// <param name="text">The text.</param>
    /// <param name="asciiOnly">Whether whoever hands the expression on may know no other characters.</param>
    /// <returns>The expression, in parentheses where it is more than one literal, so that it can be an argument.</returns>
    public static string From(string text, bool asciiOnly = false)
    {
        var parts = new List<string>();
        var literal = new StringBuilder();
        for (int index = 0; index < text.Length; index++)
        {
            if (!asciiOnly && char.IsSurrogatePair(text, index))
            {
                literal.Append(text, index, 2);
                index++;
            }
            else if (Survives(text[index]) && !(asciiOnly && text[index] > LastOfAscii))
            {
                literal.Append(text[index], Quotes.IndexOf(text[index]) < 0 ? 1 : 2);
            }
            else
            {
                // The first part makes the sum a text, so it is one even where it is empty.
                AddLiteral(parts, literal);
                parts.Add("[char]0x" + ((int)text[index]).ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        AddLiteral(parts, literal);
        return parts.Count == 1 ? parts[0] : "(" + string.Join(" + ", parts) + ")";
    }

    // XML, in which the task is handed over, has no surrogates without their other half and hardly any control characters.
    private static bool Survives(char character) =>
        !char.IsControl(character) && XmlConvert.IsXmlChar(character) && Replaced.IndexOf(character) < 0;

    private static void AddLiteral(List<string> parts, StringBuilder literal)
    {
        if (literal.Length > 0 || parts.Count == 0)
        {
            parts.Add("'" + literal + "'");
            literal.Clear();
        }
    }
}
