using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NaccsCert.Build.Package;

/// <summary>The package for galleries.</summary>
internal static class PackageArchive
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Composes the package (ECMA-376, part 2).</summary>
    /// <param name="nuspec">The description.</param>
    /// <param name="files">The content.</param>
    public static byte[] Compose(XElement nuspec, IReadOnlyList<ModuleFile> files) => ReproducibleArchive.Compose(
    [
        new("_rels/.rels", Xml(Relations())),
        new(ModuleIdentity.Name + ".nuspec", Xml(nuspec)),
        .. files,
        new("[Content_Types].xml", Xml(ContentTypes(files))),
    ]);

    private static XElement Relations() => new(
        Relationships + "Relationships",
        new XElement(
            Relationships + "Relationship",
            new XAttribute("Type", "http://schemas.microsoft.com/packaging/2010/07/manifest"),
            new XAttribute("Target", $"/{ModuleIdentity.Name}.nuspec"),
            new XAttribute("Id", "R1")));

    private static XElement ContentTypes(IEnumerable<ModuleFile> files)
    {
        string[] extensions =
        [
            .. files.Select(file => Path.GetExtension(file.Path).TrimStart('.')).Where(extension => extension.Length > 0)
                .Append("nuspec").Distinct().Order(StringComparer.Ordinal),
        ];
        return new XElement(
            Types + "Types",
            new XElement(
                Types + "Default",
                new XAttribute("Extension", "rels"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            extensions.Select(extension => new XElement(
                Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", "application/octet"))),
            files.Where(file => Path.GetExtension(file.Path).Length == 0).Select(file => new XElement(
                Types + "Override", new XAttribute("PartName", "/" + file.Path), new XAttribute("ContentType", "application/octet"))));
    }

    private static byte[] Xml(XElement root)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            root.WriteTo(writer);
        }

        return buffer.ToArray();
    }
}
