using System;
using System.Text;

namespace NaccsCert.IO.Tables;

/// <summary>Text as people copy and type it in Japan, where the same letter has a full-width and a half-width form.</summary>
internal static class FoldedText
{
    /// <summary>The text in half-width letters (Unicode's NFKC), without blanks and marks around it; case stays.</summary>
    public static string Of(string text) => Trim(Narrow(text));

    /// <summary>The text in half-width letters; what is no Unicode text cannot be folded, and stays.</summary>
    public static string Narrow(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The text without blanks, zero-width spaces and byte order marks around it.</summary>
    public static string Trim(string text) => text.Trim().Trim('\u200B', '\uFEFF').Trim();
}
