using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>A function as a header declares it.</summary>
/// <param name="Name">The name that the DLL exports.</param>
/// <param name="Returns">What it returns.</param>
/// <param name="Parameters">What it takes.</param>
internal sealed partial record Prototype(string Name, AbiType Returns, IReadOnlyList<PrototypeParameter> Parameters)
{
    /// <summary>Finds the declarations of a function; none where the headers have no such function.</summary>
    public static IReadOnlyList<Prototype> Of(string function) =>
    [
        .. Headers.Find($@"(?<returns>\w+)\s+WINAPI\s+{Regex.Escape(function)}\s*\((?<parameters>[^;]*)\)\s*;")
            .Select(match => new Prototype(
                function, AbiType.Parse(match.Groups["returns"].Value), ParametersOf(match.Groups["parameters"].Value))),
    ];

    private static PrototypeParameter[] ParametersOf(string list) =>
        list.Trim() is "" or "VOID" or "void" ? [] : [.. Comma().Split(list).Select(PrototypeParameter.Parse)];

    // Not the commas within the parentheses of an annotation.
    [GeneratedRegex(@",(?![^()]*\))")]
    private static partial Regex Comma();
}
