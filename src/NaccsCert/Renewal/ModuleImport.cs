using System;
using System.IO;

namespace NaccsCert.Renewal;

/// <summary>How a command line imports the module, so that it outlives updates of the module: by its folder without its version.</summary>
internal static class ModuleImport
{
    private const string ModuleName = "NaccsCert";

    /// <summary>The path that <c>Import-Module</c> takes for a module's folder, whatever characters are in its name.</summary>
    /// <param name="moduleFolder">The folder of the module: the one that has the manifest.</param>
    public static string PathFor(string moduleFolder) => WithoutWildcards(ImportPath(moduleFolder));

    // Of the folder of all versions the engine takes the newest, or what lies in it. One of another name it knows by its manifest only.
    private static string ImportPath(string moduleFolder)
    {
        string name = Path.GetFileName(moduleFolder);
        if (IsModuleName(name))
        {
            return moduleFolder;
        }

        string? parent = Path.GetDirectoryName(moduleFolder);
        return parent is not null && Version.TryParse(name, out _) && IsModuleName(Path.GetFileName(parent))
            ? parent
            : Path.Combine(moduleFolder, ModuleFolder.Manifest);
    }

    // Windows keeps the case in which somebody once typed a path.
    private static bool IsModuleName(string name) => string.Equals(name, ModuleName, StringComparison.OrdinalIgnoreCase);

    // Import-Module has no parameter for a path that is taken as it is. (No PowerShell imports a manifest from a folder with
    // brackets in its name, however it is written.)
    private static string WithoutWildcards(string path) => path
        .Replace("`", "``")
        .Replace("[", "`[")
        .Replace("]", "`]")
        .Replace("*", "`*")
        .Replace("?", "`?");
}
