using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace NaccsCert.Harnesses.Wine.Guest;

/// <summary>The programs of a Wine that is installed.</summary>
/// <param name="Wine">Runs programs of 64-bit Windows.</param>
/// <param name="Server">What all programs in a prefix share.</param>
internal sealed record WinePrograms(string Wine, string Server)
{
    // Debian's wine64 alone puts nothing on the path.
    private const string DebianFolder = "/usr/lib/wine";

    /// <summary>Finds them.</summary>
    /// <returns>The programs; null when they are not there, or could not run here.</returns>
    public static WinePrograms? Find() =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64
            ? (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Append(DebianFolder)
                .Select(folder => new WinePrograms(Path.Combine(folder, "wine64"), Path.Combine(folder, "wineserver")))
                .FirstOrDefault(programs => File.Exists(programs.Wine) && File.Exists(programs.Server))
            : null;
}
