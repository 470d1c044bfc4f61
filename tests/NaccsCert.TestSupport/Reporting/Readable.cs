using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;

namespace NaccsCert.TestSupport.Reporting;

/// <summary>Whether a text can be shown to people: nothing in it steers a console, reorders or hides what is read, or ends a line.</summary>
internal static class Readable
{
    /// <summary>What a hostile peer writes: a window title, a cleared screen, a reordered name, second lines, half a character.</summary>
    public const string Hostile = "A\u001B]0;owned\u0007\u001B[2J\u202Egnp\u2066.x\r\nB\u2028C\uD800\u0000\u009B31m\uFEFF\uFFFE" + "Z";

    /// <summary>The same as message text.</summary>
    public const string Tamed = "A]0;owned[2Jgnp.x B C\uFFFD31m\uFFFDZ";

    /// <summary>Whether a text can be shown.</summary>
    public static bool Is(string text) =>
        text.EnumerateRunes().All(rune => !IsBad(Rune.GetUnicodeCategory(rune)))
        && text.All(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))
        && text.Where((character, index) => char.IsSurrogate(character) && !IsHalfOfPair(text, index)).All(_ => false);

    /// <summary>The texts of an error that cannot be shown, each as the numbers of its characters; its causes are texts of it too.</summary>
    public static IEnumerable<string> Unreadable(Exception error) =>
        Texts(error).Where(text => !Is(text)).Select(Numbers);

    private static IEnumerable<string> Texts(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause.Message;
        }
    }

    private static string Numbers(string text) =>
        string.Join(' ', text.Select(character => ((int)character).ToString("X4", CultureInfo.InvariantCulture)));

    private static bool IsHalfOfPair(string text, int index) =>
        char.IsSurrogatePair(text, index) || (index > 0 && char.IsSurrogatePair(text, index - 1));

    private static bool IsBad(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
