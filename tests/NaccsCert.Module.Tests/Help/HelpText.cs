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

    [GeneratedRegex("^```.*$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
