using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.Module.Tests.Help;

/// <summary>Texts of help, made comparable.</summary>
internal static partial class HelpText
{
    /// <summary>
    /// A text without its white space, as each form of help breaks paragraphs and lines as it likes, and without the lines
    /// that fence code in, which only Markdown needs.
    /// </summary>
    public static string Bare(string text) =>
        string.Concat(Fence().Replace(text, string.Empty).Where(character => !char.IsWhiteSpace(character)));

    /// <summary>Whether two texts say the same.</summary>
    public static bool Same(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.Ordinal);

    /// <summary>The columns of a console that a text takes: a Japanese character takes two.</summary>
    public static int Columns(string text) => text.Sum(character => character <= '\u00FF' ? 1 : 2);

    [GeneratedRegex("^```.*$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
