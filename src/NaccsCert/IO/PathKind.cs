using System.IO;
using NaccsCert.Compat;

namespace NaccsCert.IO;

/// <summary>What a path names.</summary>
internal enum PathKind
{
    /// <summary>A file with content.</summary>
    File,

    /// <summary>A folder, a link, a device, a pipe or a socket.</summary>
    Other,
}

/// <summary>Tells what paths name. Links are not followed.</summary>
internal static class PathKinds
{
    /// <summary>What a path names.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>Its kind; null when nothing is there.</returns>
    public static PathKind? Of(string path)
    {
        if (UnixFiles.StatusOf(path, followLink: false) is { } status)
        {
            return status.IsRegular ? PathKind.File : PathKind.Other;
        }

        if (!File.Exists(path))
        {
            return Directory.Exists(path) || IsDevice(path) ? PathKind.Other : null;
        }

        return File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint) ? PathKind.Other : PathKind.File;
    }

    // Devices and pipes of Windows, whose names .NET writes in full.
    private static bool IsDevice(string path) => path.StartsWith(@"\\.\", System.StringComparison.Ordinal);
}
