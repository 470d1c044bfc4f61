using System.IO;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Installer.Guest;

/// <summary>PowerShell 7 in the place of Windows PowerShell, which Wine does not have: what the installer starts is to be there.</summary>
internal static class StandInPowerShell
{
    private const string Program = "powershell.exe";

    /// <summary>Puts it there.</summary>
    /// <param name="prefix">The Windows.</param>
    public static void Place(WinePrefix prefix)
    {
        string folder = prefix.FileOnDriveC("windows/system32/WindowsPowerShell/v1.0");
        string engine = Path.GetDirectoryName(BuildPaths.WineEngine)!;
        foreach (string entry in Directory.EnumerateFileSystemEntries(engine))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(entry)), entry);
        }

        // Wine's own, which does nothing, is a file. Of ours the program has to be one, as it looks for the rest beside it.
        File.Copy(BuildPaths.WineEngine, Path.Combine(folder, Program), overwrite: true);
    }
}
