using System.Text;
using System.Xml;

namespace NaccsCert.Renewal;

/// <summary>Makes text that XML 1.0 can hold (section 2.2) of any text: what is handed to Windows must never fail to be written or read.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Makes it.</summary>
    /// <param name="text">The text, whoever wrote it.</param>
    /// <returns>
    /// The text, with U+FFFD for each control character but tabulators and line ends, each noncharacter and each surrogate
    /// without its other half. The same text again when nothing is to be changed.
    /// </returns>
    public static string From(string text)
    {
        StringBuilder? changed = null;
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (!XmlConvert.IsXmlChar(text[index]))
            {
                changed ??= new StringBuilder(text);
                changed[index] = Replacement;
            }
        }

        return changed?.ToString() ?? text;
    }
}
