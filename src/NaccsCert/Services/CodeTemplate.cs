using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.Services;

/// <summary>A text with the placeholders <c>{code1}</c>, <c>{code2}</c> and <c>{code3}</c>.</summary>
internal static class CodeTemplate
{
    private static readonly Regex Placeholder =
        new(@"\{code(?<number>[123])\}", RegexOptions.CultureInvariant, System.TimeSpan.FromSeconds(1));

    /// <summary>Whether every brace of the text belongs to a known placeholder.</summary>
    public static bool IsValid(string template) =>
        Placeholder.Replace(template, string.Empty).IndexOfAny(['{', '}']) < 0;

    /// <summary>Whether a text is made of placeholders, with nothing between them but punctuation: it tells nothing by itself.</summary>
    public static bool HasOnlyPlaces(string template) => !Placeholder.Replace(template, string.Empty).Any(char.IsLetterOrDigit);

    /// <summary>Puts the codes in; a code that looks like a placeholder is not filled again.</summary>
    public static string Fill(string template, string code1, string code2, string code3) =>
        Placeholder.Replace(template, match => match.Groups["number"].Value switch
        {
            "1" => code1,
            "2" => code2,
            _ => code3,
        });
}
