using System.IO;

namespace NaccsCert.Renewal;

/// <summary>Finds the module that the running assemblies belong to.</summary>
/// <remarks>
/// Not by what the engine knows as the module: whoever imports the assemblies alone, as the scripts do, has one that consists
/// of them, and whose folder nothing can import.
/// </remarks>
internal static class ModuleFolder
{
    /// <summary>The file that makes a folder the module.</summary>
    public const string Manifest = "NaccsCert.psd1";

    // bin/<edition> below the module. A manifest farther up is none of this module, and others might have put it there.
    private const int MaxLevels = 2;

    /// <summary>Finds the folder.</summary>
    /// <param name="assemblyFile">The path of an assembly of the module; empty when it was loaded from no file.</param>
    /// <returns>The full path of the folder that has the manifest.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ModuleManifestMissing"/>.</exception>
    public static string Find(string assemblyFile) =>
        TryFind(assemblyFile) ?? throw new NaccsException(ErrorId.ModuleManifestMissing, assemblyFile);

    /// <summary>Finds the folder, where there is one.</summary>
    /// <param name="assemblyFile">As for <see cref="Find"/>.</param>
    /// <returns>The full path of the folder that has the manifest; null where the assemblies lie alone.</returns>
    public static string? TryFind(string assemblyFile)
    {
        string? folder = assemblyFile.Length == 0 ? null : Path.GetDirectoryName(Path.GetFullPath(assemblyFile));
        for (int level = 0; folder is not null && level <= MaxLevels; level++)
        {
            if (File.Exists(Path.Combine(folder, Manifest)))
            {
                return folder;
            }

            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }
}
