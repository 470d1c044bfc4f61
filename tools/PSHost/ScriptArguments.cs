using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace NaccsCert.PSHost;

/// <summary>Turns what followed <c>-File PATH</c> into the arguments of a call in the script language, by pwsh's rules.</summary>
internal static partial class ScriptArguments
{
    /// <summary>
    /// <c>-Name</c> stays a bare name, which takes the next argument unless it is a switch; <c>-Name:value</c> is a
    /// pair, in which <c>$true</c> and <c>$false</c> are meant as such; everything else is quoted, and binds by position.
    /// </summary>
    public static string Quote(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    /// <summary>One text as a literal of the script language.</summary>
    public static string Literal(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    private static string Quote(string argument)
    {
        Match named = Name().Match(argument);
        return named.Success ? $"{named.Groups[1].Value}{Value(named.Groups[2].Value)}" : Literal(argument);
    }

    private static string Value(string text) => text.ToUpperInvariant() switch
    {
        "" => string.Empty,
        "$TRUE" => "$true",
        "$FALSE" => "$false",
        _ => Literal(text),
    };

    // A negative number is no name.
    [GeneratedRegex(@"\A(-[\p{L}_][\p{L}\p{Nd}_-]*:?)(?<=:|\z)(.*)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
