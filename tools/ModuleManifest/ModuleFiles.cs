using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.ModuleManifest;

/// <summary>The files beside the binaries that a manifest names, each relative to the module's folder.</summary>
/// <param name="Formats">Format views.</param>
/// <param name="Types">Type extensions.</param>
internal sealed record ModuleFiles(IReadOnlyList<string> Formats, IReadOnlyList<string> Types)
{
    /// <summary>Finds them in a folder.</summary>
    public static ModuleFiles In(string folder) =>
        new(NamesOf(folder, "*.Format.ps1xml"), NamesOf(folder, "*.Types.ps1xml"));

    private static string[] NamesOf(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
