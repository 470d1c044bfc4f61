using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace NaccsCert.Build.Package;

/// <summary>A ZIP archive that has the same bytes for the same content, whenever and wherever it is made.</summary>
internal static class ReproducibleArchive
{
    /// <summary>The moment of whatever needs one: the first that ZIP archives and cabinets can name.</summary>
    public static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Composes an archive.</summary>
    /// <param name="files">Its content, in this order.</param>
    public static byte[] Compose(IEnumerable<ModuleFile> files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ModuleFile file in files)
            {
                Add(archive, file);
            }
        }

        return buffer.ToArray();
    }

    private static void Add(ZipArchive archive, ModuleFile file)
    {
        ZipArchiveEntry entry = archive.CreateEntry(file.Path, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Never;
        entry.ExternalAttributes = 0;
        using Stream stream = entry.Open();
        stream.Write(file.Content);
    }
}
