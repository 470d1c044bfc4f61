using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Staging;

/// <summary>powershell.exe redirects no version to another, so each reference must be met as it stands.</summary>
public sealed class DesktopReferenceTests
{
    private static readonly string Shipped = Path.Combine(BuildPaths.StagedModule, "bin", "Desktop");

    public static TheoryData<string> Assemblies =>
        [.. Directory.EnumerateFiles(Shipped, "*.dll", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Shipped, path))];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Windows_PowerShell_finds_every_reference_in_exactly_its_version(string assembly)
    {
        IReadOnlyDictionary<string, AssemblyName> folder = AssemblyReferences.In(Shipped);
        IReadOnlyDictionary<string, AssemblyName> framework = AssemblyReferences.In(BuildPaths.DesktopFramework);
        IReadOnlyDictionary<string, AssemblyName> facades = AssemblyReferences.In(Path.Combine(BuildPaths.DesktopFramework, "Facades"));
        Assert.All(AssemblyReferences.Of(Path.Combine(Shipped, assembly)), reference =>
        {
            AssemblyName? found = folder.GetValueOrDefault(reference.Name!)
                ?? framework.GetValueOrDefault(reference.Name!)
                ?? facades.GetValueOrDefault(reference.Name!)
                ?? (reference.Name == "System.Management.Automation" ? new AssemblyName($"{reference.Name}, Version=3.0.0.0") : null);
            Assert.True(found is not null, $"{reference} is nowhere.");
            Assert.Equal(reference.Version, found.Version);
        });
    }
}
