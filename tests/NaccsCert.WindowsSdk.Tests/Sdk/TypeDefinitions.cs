using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>The names that headers give to types, but for structures.</summary>
internal static partial class TypeDefinitions
{
    private static readonly Dictionary<string, string> Definitions = Read();

    /// <summary>What a name stands for, as C text.</summary>
    public static string Of(string name) =>
        Definitions.TryGetValue(name, out string? definition) ? definition : throw new FormatException($"The headers define no {name}.");

    // Which of two definitions counts depends on macros; those of one name have one size.
    private static Dictionary<string, string> Read()
    {
        var definitions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match list in Headers.Find(@"\btypedef\s+enum\b\s*\w*\s*\{[^}]*\}(?<declarators>[^;]*);"))
        {
            Add(definitions, "int " + list.Groups["declarators"].Value);
        }

        foreach (Match statement in Headers.Find(@"\btypedef\s(?<declarators>[^;{}()#]*);"))
        {
            Add(definitions, statement.Groups["declarators"].Value);
        }

        return definitions;
    }

    // For example: _Null_terminated_ CONST WCHAR *LPCWSTR, *PCWSTR
    private static void Add(Dictionary<string, string> definitions, string declarators)
    {
        string[] parts = declarators.Split(',');
        Match first = Declarator().Match(parts[0]);
        definitions.TryAdd(first.Groups["name"].Value, first.Groups["type"].Value + first.Groups["stars"].Value);
        foreach (Match other in parts.Skip(1).Select(part => Declarator().Match(part)))
        {
            definitions.TryAdd(other.Groups["name"].Value, first.Groups["type"].Value + other.Groups["stars"].Value);
        }
    }

    [GeneratedRegex(@"^(?<type>[\w\s]*)(?<stars>(\*\s*)*)\b(?<name>\w+)\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declarator();
}
