using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NaccsCert.IO.Json;

/// <summary>
/// Composes JSON texts (RFC 8259) of ASCII characters alone, which no console and no editor can garble. Members without a
/// value are left out.
/// </summary>
/// <remarks>
/// The writer of .NET Framework's class library would load XML into logon scripts, for lines of a few members, and
/// System.Text.Json would load itself: <see cref="JsonReader"/> has the figures.
/// </remarks>
internal static class JsonText
{
    private const string MomentNotation = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>An object on one line.</summary>
    public static string Object(params string?[] members) => "{" + string.Join(",", members.Where(member => member is not null)) + "}";

    /// <summary>An object with a line for each member, for files that people look into.</summary>
    public static byte[] Document(params string?[] members) =>
        Encoding.ASCII.GetBytes("{\n  " + string.Join(",\n  ", members.Where(member => member is not null)) + "\n}\n");

    /// <summary>A member that is an array of values.</summary>
    public static string Array(string name, IEnumerable<string> values) => Member(name, "[" + string.Join(",", values) + "]");

    /// <summary>A member that is a text; null for a text that is null or empty.</summary>
    public static string? Text(string name, string? value) => string.IsNullOrEmpty(value) ? null : Member(name, Quote(value!));

    /// <summary>A member that is a whole number.</summary>
    public static string Number(string name, long value) => Member(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A member that is true or false.</summary>
    public static string Boolean(string name, bool value) => Member(name, value ? "true" : "false");

    /// <summary>A member that is a moment, as text in UTC (ISO 8601).</summary>
    public static string? Moment(string name, DateTimeOffset? value) =>
        Text(name, value?.UtcDateTime.ToString(MomentNotation, CultureInfo.InvariantCulture));

    /// <summary>Reads what <see cref="Moment"/> wrote.</summary>
    /// <returns>The moment; null when the text is none.</returns>
    public static DateTimeOffset? ReadMoment(string text) =>
        DateTimeOffset.TryParseExact(
            text, MomentNotation, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    /// <summary>A string (RFC 8259, section 7).</summary>
    public static string Quote(string text) => Quote(text, character => character is >= ' ' and <= '~');

    /// <summary>The same for files that people write on in: what can be seen stands for itself.</summary>
    public static string QuoteReadably(string text) => Quote(
        text, character => character is >= ' ' and <= '~' || char.IsLetterOrDigit(character) || char.IsPunctuation(character));

    private static string Quote(string text, Func<char, bool> standsForItself)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (char character in text)
        {
            if (character is '"' or '\\')
            {
                quoted.Append('\\').Append(character);
            }
            else if (standsForItself(character))
            {
                quoted.Append(character);
            }
            else
            {
                quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return quoted.Append('"').ToString();
    }

    private static string Member(string name, string value) => Quote(name) + ":" + value;
}
