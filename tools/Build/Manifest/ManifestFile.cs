using System.IO;

namespace NaccsCert.Build.Manifest;

/// <summary>Writes the module's manifest from what the built assembly says of itself: no list is kept by hand.</summary>
internal static class ManifestFile
{
    /// <summary>Writes it.</summary>
    /// <param name="assembly">The built assembly of the cmdlets.</param>
    /// <param name="formatFile">The format file that will lie beside the manifest.</param>
    /// <param name="typesFile">The type file that will lie beside the manifest.</param>
    /// <param name="path">The file to write.</param>
    public static void Write(string assembly, string formatFile, string typesFile, string path) => WindowsText.Write(
        path, ManifestText.Compose(CmdletAssembly.Read(assembly), Path.GetFileName(formatFile), Path.GetFileName(typesFile)));
}
