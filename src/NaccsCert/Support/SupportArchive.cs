using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace NaccsCert.Support;

/// <summary>Puts the parts of a support bundle together, in memory: nothing is written before all of it is there.</summary>
internal static class SupportArchive
{
    /// <summary>Reads parts; one that cannot be had does not keep the others out.</summary>
    /// <param name="parts">The parts.</param>
    public static IReadOnlyList<CollectedPart> Collect(IEnumerable<SupportPart> parts)
    {
        var collected = new List<CollectedPart>();
        foreach (SupportPart part in parts)
        {
            try
            {
                collected.Add(new CollectedPart(part, Redaction.OfAddresses(part.Read()), null));
            }
            catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
            {
                collected.Add(new CollectedPart(part, null, ForeignText.ToMessage(exception.Message)));
            }
        }

        return collected;
    }

    /// <summary>Composes a ZIP archive.</summary>
    /// <param name="files">Names and contents, in their order.</param>
    /// <param name="time">The time that the archive says of each file.</param>
    public static byte[] Compose(IEnumerable<(string Name, byte[] Content)> files, DateTimeOffset time)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = time;
                using Stream stream = entry.Open();
                stream.Write(content, 0, content.Length);
            }
        }

        return archive.ToArray();
    }
}
