using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NaccsCert;

/// <summary>
/// Makes message text of what others wrote: names in certificates, responses of servers and proxies, addresses, files. A message
/// is one line that neither steers a console nor reorders what is read, and that XML 1.0 and JSON can hold.
/// </summary>
internal static class ForeignText
{
    /// <summary>The length of a message text in UTF-16 code units, unless the caller has another.</summary>
    public const int MaxLength = 1000;

    /// <summary>The length of a whole message, made of own words and of several such texts.</summary>
    public const int MaxMessageLength = 4000;

    private const char Replacement = '\uFFFD';
    private const string Ellipsis = "\u2026";

    /// <summary>Makes message text.</summary>
    /// <param name="text">The text as it came; null for none.</param>
    /// <param name="maxLength">The longest result in UTF-16 code units; what is longer ends in an ellipsis.</param>
    /// <returns>
    /// The text without control and format characters. Line ends and tabulators become one blank, a surrogate without its
    /// other half and a noncharacter U+FFFD. The same text again when nothing is to be changed.
    /// </returns>
    public static string ToMessage(string? text, int maxLength = MaxLength)
    {
        if (text is null || (text.Length <= maxLength && IsPlain(text)))
        {
            return text ?? string.Empty;
        }

        var message = new StringBuilder();
        for (int index = 0; index < text.Length && message.Length <= maxLength; index++)
        {
            bool isPair = char.IsSurrogatePair(text, index);
            Append(message, text, index, isPair);
            index += isPair ? 1 : 0;
        }

        return message.Length <= maxLength ? message.ToString() : Cut(message, maxLength);
    }

    /// <summary>Whether a text can stand in a message as it is, however long it is.</summary>
    public static bool IsMessage(string text) => ToMessage(text, int.MaxValue) == text;

    /// <summary>Fills the placeholders of an own text; each value becomes message text.</summary>
    /// <param name="format">The text, with placeholders as <see cref="string.Format(string, object[])"/> takes them.</param>
    /// <param name="values">The values, whoever wrote them.</param>
    public static string Format(string format, params object[] values) => string.Format(
        CultureInfo.InvariantCulture,
        format,
        [.. values.Select(value => ToMessage(Convert.ToString(value, CultureInfo.InvariantCulture)))]);

    private static void Append(StringBuilder message, string text, int index, bool isPair)
    {
        if (!isPair && IsLineEnd(text[index]))
        {
            // A run of them is one blank, so that nothing can be pushed out of sight.
            if (message.Length == 0 || message[message.Length - 1] != ' ')
            {
                message.Append(' ');
            }

            return;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(text, index))
        {
            case UnicodeCategory.Control or UnicodeCategory.Format:
                break;
            case UnicodeCategory.Surrogate when !isPair:
                message.Append(Replacement);
                break;
            default:
                message.Append(IsNoncharacter(text, index) ? Replacement.ToString() : text.Substring(index, isPair ? 2 : 1));
                break;
        }
    }

    private static string Cut(StringBuilder message, int maxLength)
    {
        int length = maxLength - Ellipsis.Length;
        return message.ToString(0, length > 0 && char.IsHighSurrogate(message[length - 1]) ? length - 1 : length) + Ellipsis;
    }

    // What most texts are made of: nothing of it is ever changed. Blanks of the author's own stay.
    private static bool IsPlain(string text)
    {
        foreach (char character in text)
        {
            bool isPlain = character is (>= ' ' and <= '~') or (>= '\u3000' and <= '\uD7FF') or (>= '\uFF01' and <= '\uFFEE');
            if (!isPlain)
            {
                return false;
            }
        }

        return true;
    }

    // U+0085, U+2028 and U+2029 end lines as well (Unicode Standard Annex 14).
    private static bool IsLineEnd(char character) => character is (>= '\t' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    // XML 1.0 has no U+FFFE and U+FFFF (section 2.2).
    private static bool IsNoncharacter(string text, int index) => (char.ConvertToUtf32(text, index) & 0xFFFE) == 0xFFFE;
}
