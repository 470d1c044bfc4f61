using System;
using System.Text;
using System.Text.RegularExpressions;
using NaccsCert.Services;

namespace NaccsCert.Support;

/// <summary>
/// Takes what nobody at a support desk may know out of files that others have written. What the module writes itself has none of it;
/// this is the second lock on the same door.
/// </summary>
internal static class Redaction
{
    private const string Hidden = "***";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    // User and password before the host, also as people type it in Japanese, and as it is escaped in addresses and in JSON.
    private static readonly Regex UserOfAddress =
        new("://[^\\s\"]*(?:@|\uFF20|%40|\\\\u(?:ff20|FF20|0040))", RegexOptions.CultureInvariant, Timeout);

    // A definition may have a password of its own there, beside or instead of the codes.
    private static readonly Regex Password = new(
        "(?<name>\"(?:password|challengePassword)\"\\s*:\\s*\")(?<value>(?:[^\"\\\\]|\\\\.)*)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Timeout);

    /// <summary>Takes users and passwords out of the addresses in a text.</summary>
    /// <param name="content">The text as UTF-8.</param>
    /// <returns>The same bytes again where there are none.</returns>
    public static byte[] OfAddresses(byte[] content) => Change(content, text => UserOfAddress.Replace(text, $"://{Hidden}@"));

    /// <summary>Takes passwords out of a service definition; the places of the codes stay.</summary>
    /// <param name="content">The definition as UTF-8.</param>
    public static byte[] OfDefinition(byte[] content) => Change(content, text => Password.Replace(
        text,
        match => match.Groups["name"].Value
            + (CodeTemplate.HasOnlyPlaces(match.Groups["value"].Value) ? match.Groups["value"].Value : Hidden)
            + "\""));

    private static byte[] Change(byte[] content, Func<string, string> change)
    {
        string text = Encoding.UTF8.GetString(content);
        string changed = change(text);
        return changed == text ? content : Encoding.UTF8.GetBytes(changed);
    }
}
