using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.IO;

namespace NaccsCert.Logging;

/// <summary>Reads the files that <see cref="RollingLog"/> writes, also while it does.</summary>
/// <param name="folder">The folder of the log.</param>
internal sealed class LogFiles(PrivateFolder folder)
{
    // More than any process of this module lets a file grow to, and little enough to be read at once.
    private const int MaxFileBytes = 4 * 1024 * 1024;

    /// <summary>Reads them.</summary>
    /// <returns>Name and content of each file that is there, the oldest first; no more than 4 MiB of each.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.DataFolderUnsafe"/>, <see cref="ErrorId.FileAccessDenied"/> or <see cref="ErrorId.FileUnreadable"/>.</exception>
    public IReadOnlyList<(string Name, byte[] Content)> Read()
    {
        var files = new List<(string Name, byte[] Content)>();
        for (int age = 0; age <= UserLog.OlderFiles; age++)
        {
            byte[]? content = Read(RollingLog.NameOf(age));
            if (content is null)
            {
                continue;
            }

            // From the newest to the oldest, so that nothing is missed when files get older meanwhile: then the same comes again,
            // perhaps with more lines.
            if (files.Count > 0 && StartsWith(content, files[files.Count - 1].Content))
            {
                files[files.Count - 1] = (files[files.Count - 1].Name, content);
            }
            else
            {
                files.Add((RollingLog.NameOf(age), content));
            }
        }

        files.Reverse();
        return files;
    }

    private byte[]? Read(string name)
    {
        try
        {
            byte[] content = folder.Read(name, MaxFileBytes);
            return content.Length <= MaxFileBytes ? content : [.. content.Take(MaxFileBytes)];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new NaccsException(ErrorId.FileAccessDenied, folder.Member(name), exception);
        }
        catch (IOException exception)
        {
            throw new NaccsException(ErrorId.FileUnreadable, folder.Member(name), exception, exception.Message);
        }
    }

    private static bool StartsWith(byte[] content, byte[] beginning) =>
        beginning.Length > 0 && content.Take(beginning.Length).SequenceEqual(beginning);
}
