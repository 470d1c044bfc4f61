using System.IO;
using NaccsCert.Compat;
using NaccsCert.Diagnostics;

namespace NaccsCert.IO;

/// <summary>
/// Folders and files that only their owner can read, written so that a crash leaves the old or the new content.
/// <see cref="PrivateFolder"/> looks first whether they are safe to write.
/// </summary>
/// <remarks>
/// On Windows the user's local application data is owner-only by inheritance; elsewhere the modes are 0700 and 0600.
/// </remarks>
internal static class PrivateFiles
{
    /// <summary>Makes a folder, and its missing parents, for the owner alone; each is on disk when this returns.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        string? parent = Path.GetDirectoryName(path);
        if (parent is { Length: > 0 })
        {
            CreateFolder(parent);
        }

        FileModes.CreateFolder(path);
        NaccsCertEventSource.Log.FolderCreated(Path.GetFileName(path));
        if (parent is { Length: > 0 })
        {
            FileModes.SyncDirectory(parent);
        }
    }

    /// <summary>Writes a whole file: a temporary file beside it, flushed to disk, then renamed over it.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="content">The new content.</param>
    public static void WriteAtomically(string path, byte[] content)
    {
        string name = Path.GetFileName(path);
        string temporary = path + ".tmp";

        // An interrupted write may have left one. A new file is made: what is there is never written through.
        DeleteFile(temporary);
        using (FileStream stream = FileModes.CreateFile(temporary))
        {
            stream.Write(content, 0, content.Length);
            NaccsCertEventSource.Log.FileWritten(name);
            stream.Flush(flushToDisk: true);
        }

        NaccsCertEventSource.Log.FileFlushed(name);
        SharingViolations.Retry(() => FileModes.Replace(temporary, path));
        NaccsCertEventSource.Log.FileRenamed(name);
        FileModes.SyncDirectory(Path.GetDirectoryName(path)!);
    }

    /// <summary>Deletes a file, and the temporary file that an interrupted write of it may have left.</summary>
    public static void Delete(string path)
    {
        DeleteFile(path + ".tmp");
        DeleteFile(path);
        NaccsCertEventSource.Log.FileDeleted(Path.GetFileName(path));
    }

    // The framework minds a missing folder, though not a missing file.
    private static void DeleteFile(string path)
    {
        try
        {
            SharingViolations.Retry(() => File.Delete(path));
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }
    }
}
