using System;
using System.Text.RegularExpressions;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>An argument of a function as a header declares it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Direction">Whether the function reads it, fills it, or both.</param>
internal sealed partial record PrototypeParameter(AbiType Type, Direction Direction)
{
    /// <summary>Reads a declaration such as <c>_Out_ DWORD * pResponse</c>.</summary>
    public static PrototypeParameter Parse(string declaration)
    {
        Match parts = Declaration().Match(declaration);
        if (!parts.Success)
        {
            throw new FormatException($"No parameter: {declaration}");
        }

        return new PrototypeParameter(AbiType.Parse(parts.Groups["type"].Value), DirectionOf(parts.Groups["annotation"].Value));
    }

    private static Direction DirectionOf(string annotation)
    {
        if (annotation.Contains("Inout", StringComparison.OrdinalIgnoreCase))
        {
            return Direction.Both;
        }

        return annotation.Contains("Out", StringComparison.OrdinalIgnoreCase) ? Direction.Out : Direction.In;
    }

    // The annotations are those of SAL, or the older IN and OUT; then a type with its stars, and a name.
    [GeneratedRegex(
        @"^\s*(?<annotation>((_[A-Z]\w*_(\([^()]*\))?|IN|OUT|OPTIONAL)\s*)*)(?<type>[^\[\]()]*[\s*])(?<name>\w+)\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
