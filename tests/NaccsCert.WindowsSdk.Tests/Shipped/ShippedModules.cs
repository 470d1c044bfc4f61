using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using dnlib.DotNet;
using NaccsCert.WindowsSdk.Tests.Sdk;

namespace NaccsCert.WindowsSdk.Tests.Shipped;

/// <summary>The module's own assemblies, as built for Windows PowerShell and for PowerShell 7.</summary>
internal static class ShippedModules
{
    /// <summary>Each assembly, read without being loaded.</summary>
    public static IReadOnlyList<ModuleDefMD> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(SdkFolders.StagedModule, "bin"), "NaccsCert*.dll", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".resources.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => ModuleDefMD.Load(path)),
    ];

    /// <summary>Every method that has code.</summary>
    public static IEnumerable<MethodDef> Methods =>
        All.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods).Where(method => method.HasBody);

    /// <summary>Where something is, for example <c>Desktop AccountReader.Read</c>.</summary>
    public static string Describe(IMemberDef member) =>
        $"{BuildOf(member)} {member.DeclaringType.Name}.{member.Name}";

    /// <summary>The build that something is in: <c>Core</c> or <c>Desktop</c>.</summary>
    public static string BuildOf(IMemberDef member) => Path.GetFileName(Path.GetDirectoryName(member.Module.Location)!);
}
