using System;
using System.IO;
using NaccsCert.Messages.Files;

namespace NaccsCert.IO;

/// <summary>Reads a file that the user names.</summary>
internal static class BoundedFile
{
    /// <summary>Reads the whole file, unless it is larger than any certificate file: also where its length is not known.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.FileNotFound"/>, <see cref="ErrorId.FileIsFolder"/>, <see cref="ErrorId.FileAccessDenied"/>,
    /// <see cref="ErrorId.FileTooLarge"/> or <see cref="ErrorId.FileUnreadable"/>.
    /// </exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new NaccsException(ErrorId.FileIsFolder, path);
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return ReadToEnd(file) ?? throw new NaccsException(ErrorId.FileTooLarge, path, CertificateFile.MaxFileBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NaccsException(IdOf(exception), path, exception, exception.Message);
        }
    }

    private static byte[]? ReadToEnd(FileStream file)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read = file.Read(buffer, 0, buffer.Length); read > 0; read = file.Read(buffer, 0, buffer.Length))
        {
            if (content.Length + read > CertificateFile.MaxFileBytes)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static ErrorId IdOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => ErrorId.FileNotFound,
        UnauthorizedAccessException => ErrorId.FileAccessDenied,
        _ => ErrorId.FileUnreadable,
    };
}
