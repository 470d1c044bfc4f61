using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using NaccsCert.Build.Package;

namespace NaccsCert.Build.Installer;

/// <summary>The folders and files of the module, once for Windows PowerShell and once for PowerShell 7, as wixl reads them.</summary>
internal sealed class ModuleFragment
{
    /// <summary>The group of all components, which the feature names.</summary>
    private const string GroupId = "ModuleFiles";

    private const int MaxKey = 72;

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/wix/2006/wi";

    // By the names of the editions, as the folders of the assemblies have them.
    private static readonly (string Edition, string Modules)[] Copies = [("Desktop", "WindowsPowerShellModules"), ("Core", "PowerShellModules")];

    private readonly InstallerIdentity _identity;
    private readonly IReadOnlyList<ModuleFile> _files;
    private readonly List<XElement> _references = [];

    private ModuleFragment(InstallerIdentity identity, IReadOnlyList<ModuleFile> files) => (_identity, _files) = (identity, files);

    /// <summary>Composes it.</summary>
    /// <param name="identity">The identity of the installer.</param>
    /// <param name="files">The files of the module; wixl finds them below its working directory.</param>
    public static XDocument Compose(InstallerIdentity identity, IReadOnlyList<ModuleFile> files)
    {
        var fragment = new ModuleFragment(identity, files);
        XElement[] copies = [.. Copies.Select(fragment.Copy)];
        return new XDocument(new XElement(
            Schema + "Wix",
            new XElement(Schema + "Fragment", copies, Element("ComponentGroup", GroupId, fragment._references))));
    }

    // The folder of all versions has a component of its own, by which it goes when nothing is left in it.
    private XElement Copy((string Edition, string Modules) copy)
    {
        string versions = copy.Edition + ".Versions";
        return Element(
            "DirectoryRef",
            copy.Modules,
            Named(
                "Directory",
                versions,
                ModuleIdentity.Name,
                Component(versions, []),
                Folder(copy.Edition, string.Empty, _identity.ProductVersion)));
    }

    private XElement Folder(string edition, string path, string name)
    {
        string key = Key(edition, path);
        string[] below = [.. _files.Select(file => FolderOf(file.Path)).SelectMany(WithParents).Distinct()
            .Where(folder => folder.Length > 0 && FolderOf(folder) == path).Order(StringComparer.Ordinal)];
        IEnumerable<XElement> files = _files.Where(file => FolderOf(file.Path) == path).Select(file => Named(
            "File", Key(edition, file.Path), Path.GetFileName(file.Path), new XAttribute("Source", file.Path)));
        return Named(
            "Directory", key, name, [Component(key, files), .. below.Select(folder => Folder(edition, folder, Path.GetFileName(folder)))]);
    }

    // A value of the registry tells whether the component is there: the files are in the user's profile, which may roam.
    private XElement Component(string key, IEnumerable<XElement> files)
    {
        _references.Add(Element("ComponentRef", key));
        return Element(
            "Component",
            key,
            new XAttribute("Guid", _identity.ComponentCode(key)),
            new XAttribute("Win64", "yes"),
            new XElement(
                Schema + "RegistryValue",
                new XAttribute("Root", "HKCU"),
                new XAttribute("Key", @"Software\NaccsCert\Installer"),
                new XAttribute("Name", key),
                new XAttribute("Type", "integer"),
                new XAttribute("Value", "1"),
                new XAttribute("KeyPath", "yes")),
            files,
            Element("RemoveFolder", key, new XAttribute("On", "uninstall")));
    }

    private static IEnumerable<string> WithParents(string folder) =>
        folder.Length == 0 ? [folder] : [folder, .. WithParents(FolderOf(folder))];

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');

    // Readable: whoever looks into the database sees which file it is.
    private static string Key(string edition, string path)
    {
        string key = (path.Length == 0 ? edition : edition + "." + path).Replace('/', '.').Replace('-', '_');
        return key.Length <= MaxKey ? key : throw new InvalidDataException($"The key {key} is longer than a database takes.");
    }

    private static XElement Named(string element, string id, string name, params object[] content) =>
        Element(element, id, [new XAttribute("Name", name), .. content]);

    private static XElement Element(string element, string id, params object[] content) =>
        new(Schema + element, new XAttribute("Id", id), content);
}
