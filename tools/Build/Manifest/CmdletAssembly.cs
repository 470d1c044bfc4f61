using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NaccsCert.Build.Manifest;

/// <summary>What an assembly of cmdlets says of itself.</summary>
/// <param name="Cmdlets">Names of its cmdlets, sorted.</param>
/// <param name="Aliases">Names of the aliases on its cmdlets, sorted.</param>
/// <param name="Version">Its informational version, without source revision.</param>
/// <param name="Company">Its company.</param>
/// <param name="Copyright">Its copyright line.</param>
internal sealed record CmdletAssembly(
    IReadOnlyList<string> Cmdlets,
    IReadOnlyList<string> Aliases,
    string Version,
    string Company,
    string Copyright)
{
    /// <summary>Reads the metadata of the assembly at <paramref name="path"/>, without loading it.</summary>
    public static CmdletAssembly Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        var attributes = new AttributeReader(metadata);
        return new CmdletAssembly(
            Sorted(CmdletClasses(metadata, attributes).Select(type => attributes.CmdletName(type)!)),
            Sorted(CmdletClasses(metadata, attributes).SelectMany(attributes.Aliases)),
            attributes.OfAssembly("AssemblyInformationalVersionAttribute").Split('+')[0],
            attributes.OfAssembly("AssemblyCompanyAttribute"),
            attributes.OfAssembly("AssemblyCopyrightAttribute"));
    }

    private static IEnumerable<TypeDefinition> CmdletClasses(MetadataReader metadata, AttributeReader attributes) =>
        metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(type => attributes.CmdletName(type) is not null);

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
