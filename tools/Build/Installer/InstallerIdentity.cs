using System;
using System.Collections.Generic;
using NaccsCert.Build.Package;

namespace NaccsCert.Build.Installer;

/// <summary>What tells one installer from another: derived from its content, so that the same sources give the same installer.</summary>
/// <param name="Module">What the manifest says.</param>
/// <param name="Content">The identity of everything that the installer is made of.</param>
internal sealed record InstallerIdentity(ModuleIdentity Module, Guid Content)
{
    /// <summary>What all versions have in common, by which one finds the others. Never to be changed.</summary>
    public static string UpgradeCode => "{6E0C3C59-0B5A-4C3B-9E2C-5A7F64C1D2B8}";

    /// <summary>Names the product: this build of this version.</summary>
    public string ProductCode => Named("product");

    /// <summary>Names the file.</summary>
    public string PackageCode => Named("package");

    /// <summary>The version that Windows Installer compares: three numbers, without the label of a prerelease.</summary>
    public string ProductVersion => Module.Version.Split('-')[0];

    /// <summary>Makes the identity.</summary>
    /// <param name="files">The files of the module.</param>
    /// <param name="sources">The sources of the installer.</param>
    public static InstallerIdentity Of(IReadOnlyList<ModuleFile> files, IEnumerable<ModuleFile> sources) =>
        new(ModuleIdentity.Of(files), ContentIdentity.Of([.. files, .. sources]));

    /// <summary>Names a component. Another build has others, as its folder may be another.</summary>
    /// <param name="component">Its key in the database.</param>
    public string ComponentCode(string component) => Named("component " + component);

    private string Named(string part) => ContentIdentity.Of($"{Content} {part}").ToString("B").ToUpperInvariant();
}
