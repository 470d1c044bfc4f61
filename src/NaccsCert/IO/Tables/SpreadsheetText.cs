using System;
using System.Text.RegularExpressions;

namespace NaccsCert.IO.Tables;

/// <summary>What spreadsheet programs make of a code or a name when they take it for something else.</summary>
internal static class SpreadsheetText
{
    // A number in scientific notation, whose digits are lost; a formula or a marked text such as ="0012" or '0012; an error value such
    // as #NAME? or a column that was too narrow.
    private static readonly Regex Reformatted = new(
        @"\A(?:[+-]?[0-9]+(?:[.,][0-9]+)?E[+-][0-9]{1,3}|=.*|'.*|#+|#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A))\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));

    /// <summary>Whether a text shows that it is no longer what was typed or copied.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    public static bool IsReformatted(string text) => Reformatted.IsMatch(text);
}
