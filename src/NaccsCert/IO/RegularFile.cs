using System;
using System.IO;
using NaccsCert.Compat;
using NaccsCert.Resources;

namespace NaccsCert.IO;

/// <summary>Reads files to a bound. What has no end, such as a device or a pipe, is not read at all.</summary>
internal static class RegularFile
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Reads a file. Others may write, rename and remove it meanwhile.</summary>
    /// <param name="path">The file; a link stands for what it leads to.</param>
    /// <param name="maxBytes">The largest content that is wanted, in bytes.</param>
    /// <returns>The whole content; or of a larger one the first <paramref name="maxBytes"/> bytes and one more.</returns>
    /// <exception cref="NotRegularFileException">It is a folder, a device or a pipe.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static byte[] Read(string path, int maxBytes)
    {
        Require(path);
        using FileStream stream = Open(path);
        using var content = new MemoryStream();
        byte[] buffer = new byte[BufferBytes];

        // The length that a file says is no bound: it may grow, and those of /proc say 0.
        for (int count = 1; count > 0 && content.Length <= maxBytes;)
        {
            count = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, maxBytes + 1L - content.Length));
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    // Before it is opened: opening a pipe waits for whoever writes to it.
    private static void Require(string path)
    {
        if (Directory.Exists(path) || UnixFiles.StatusOf(path, followLink: true) is { IsRegular: false })
        {
            throw new NotRegularFileException(path);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
            if (stream.CanSeek)
            {
                return stream;
            }

            // A pipe or a serial port of Windows.
            stream.Dispose();
        }
        catch (NotSupportedException)
        {
            // That is what the framework says of CON and NUL.
        }
        catch (ArgumentException exception)
        {
            throw new IOException(exception.Message, exception);
        }

        throw new NotRegularFileException(path);
    }
}

/// <summary>A path leads to a folder, a device or a pipe, where a file should be.</summary>
/// <param name="path">The path.</param>
internal sealed class NotRegularFileException(string path) : IOException(Strings.Format(StringId.NotRegularFile, path));
