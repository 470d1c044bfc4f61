using System;
using System.IO;

namespace NaccsCert;

/// <summary>Folders for a while.</summary>
internal static class Folders
{
    extension(Directory)
    {
        public static DirectoryInfo CreateTempSubdirectory(string prefix) =>
            Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), prefix + Guid.NewGuid().ToString("N")));
    }
}
