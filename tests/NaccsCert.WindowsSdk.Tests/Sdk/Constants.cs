using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>The numbers that headers give names to.</summary>
internal static partial class Constants
{
    /// <summary>The value of a macro or of a member of an enumeration, as 32 bits.</summary>
    public static uint ValueOf(string name) =>
        Headers.Find($@"^[ \t]*#[ \t]*define[ \t]+{name}[ \t]+(?<value>.+?)\s*$").FirstOrDefault() is { } macro
            ? Evaluate(macro.Groups["value"].Value)
            : ValueInEnumeration(name);

    // For example 0x00000040L, MB_ICONASTERISK or ((DWORD)-1).
    private static uint Evaluate(string expression)
    {
        Match number = Number().Match(expression);
        if (!number.Success)
        {
            return ValueOf(expression);
        }

        string digits = number.Groups["digits"].Value;
        uint value = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? uint.Parse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : uint.Parse(digits, CultureInfo.InvariantCulture);
        return number.Groups["minus"].Success ? unchecked(0 - value) : value;
    }

    private static uint ValueInEnumeration(string name)
    {
        Match list = Headers.Find($@"\benum\s+\w*\s*\{{(?<before>[^}}]*?)\b{name}\s*[,=}}]").FirstOrDefault()
            ?? throw new FormatException($"The headers have no {name}.");

        // Those before it count from 0, which holds only while none of them says otherwise.
        string before = list.Groups["before"].Value;
        return before.Contains('=') || list.Value.EndsWith('=')
            ? throw new FormatException($"The numbers before {name} are not counted.")
            : (uint)before.Count(character => character == ',');
    }

    [GeneratedRegex(@"^\(*\s*(\(\w+\)\s*)?(?<minus>-)?(?<digits>0[xX][0-9a-fA-F]+|\d+)[uUlL]*\s*\)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
