using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>A type as it lies in memory: something of a size, or a pointer to it.</summary>
/// <param name="Pointee">What it is in the end.</param>
/// <param name="Pointers">Over how many pointers.</param>
internal sealed partial record AbiType(string Pointee, int Pointers)
{
    /// <summary>Nothing; behind a pointer, something that the header does not say.</summary>
    public const string Void = "void";

    /// <summary>What a pointer without a type points to.</summary>
    public const string Anything = "anything";

    /// <summary>A UTF-16 code unit.</summary>
    public const string WideCharacter = "wide character";

    /// <summary>The types of C that all others are made of, as Windows sizes them: a long has four bytes there.</summary>
    private static readonly Dictionary<string, string> Fundamental = new()
    {
        ["void"] = Void,
        ["VOID"] = Void,
        ["wchar_t"] = WideCharacter,
        ["char"] = Bytes(1),
        ["unsigned char"] = Bytes(1),
        ["short"] = Bytes(2),
        ["unsigned short"] = Bytes(2),
        ["int"] = Bytes(4),
        ["unsigned int"] = Bytes(4),
        ["long"] = Bytes(4),
        ["unsigned long"] = Bytes(4),
        ["__int64"] = Bytes(8),
        ["unsigned __int64"] = Bytes(8),
    };

    /// <summary>Words that say nothing about size: the last three are of the time of segments, and empty.</summary>
    private static readonly HashSet<string> Ignored = ["const", "CONST", "FAR", "far", "near"];

    /// <summary>The name of a number with so many bytes.</summary>
    public static string Bytes(int count) => $"{count} bytes";

    /// <summary>Reads a type such as <c>LPCWSTR *</c>, and follows its names through the headers.</summary>
    public static AbiType Parse(string text)
    {
        string name = string.Join(' ', Word().Matches(text).Select(match => match.Value).Where(word => !Ignored.Contains(word)));
        AbiType named = Fundamental.TryGetValue(name, out string? pointee) ? new AbiType(pointee, 0) : Parse(TypeDefinitions.Of(name));
        return named with { Pointers = named.Pointers + text.Count(character => character == '*') };
    }

    /// <summary>Whether what a P/Invoke passes is what a function with this type takes.</summary>
    public bool Takes(AbiType passed)
    {
        if (passed.Pointee == Anything)
        {
            return Pointers >= passed.Pointers;
        }

        return Pointers == passed.Pointers && (Pointee == passed.Pointee || (Pointee == Void && Pointers > 0));
    }

    /// <inheritdoc/>
    public override string ToString() => Pointee + new string('*', Pointers);

    // Without annotations, which begin and end with an underscore.
    [GeneratedRegex(@"\b(?!_[A-Z]\w*_\b)\w+")]
    private static partial Regex Word();
}
