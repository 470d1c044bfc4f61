using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.Build.Package;

/// <summary>The staged module as it is packed.</summary>
internal static class ModuleContent
{
    /// <summary>Reads every file of a folder, in an order that no file system decides.</summary>
    public static IReadOnlyList<ModuleFile> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => new ModuleFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];
}
