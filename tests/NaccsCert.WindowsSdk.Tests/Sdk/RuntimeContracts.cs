using System.Collections.Generic;
using System.IO;
using System.Linq;
using dnlib.DotNet;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>The types of the Windows Runtime, from the metadata of its contracts.</summary>
internal static class RuntimeContracts
{
    private static readonly IReadOnlyList<ModuleDefMD> Contracts =
        [.. Directory.GetFiles(SdkFolders.Contracts, "Windows.Foundation.*.winmd").Select(path => ModuleDefMD.Load(path))];

    /// <summary>The type with a full name; null where the contracts that every Windows 11 has do not define it.</summary>
    public static TypeDef? Find(string name) =>
        Contracts.Select(contract => contract.Find(name, isReflectionName: true)).FirstOrDefault(type => type is not null);

    /// <summary>A member as it can be called: its name, and the types of what it takes and returns.</summary>
    public static IEnumerable<string> MembersOf(TypeDef type) => type.Methods.Where(method => method.IsPublic).Select(Describe);

    private static string Describe(MethodDef method)
    {
        string kind = method.IsStatic ? "static " : string.Empty;
        string arguments = string.Join(", ", method.MethodSig.Params.Select(argument => argument.FullName));
        return $"{kind}{method.ReturnType.FullName} {method.Name}({arguments})";
    }
}
