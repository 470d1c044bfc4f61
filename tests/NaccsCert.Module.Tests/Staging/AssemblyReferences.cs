using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NaccsCert.Module.Tests.Staging;

/// <summary>Reads names out of assemblies without loading them.</summary>
internal static class AssemblyReferences
{
    /// <summary>What the assembly at <paramref name="path"/> refers to.</summary>
    public static IReadOnlyList<AssemblyName> Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }

    /// <summary>The managed assemblies in a folder by their names.</summary>
    public static IReadOnlyDictionary<string, AssemblyName> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Select(NameOf).OfType<AssemblyName>().ToDictionary(name => name.Name!);

    private static AssemblyName? NameOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var image = new PEReader(file);
        return image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } metadata
            ? metadata.GetAssemblyDefinition().GetAssemblyName()
            : null;
    }
}
