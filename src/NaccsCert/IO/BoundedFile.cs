using System;
using System.IO;
using NaccsCert.Messages.Files;

namespace NaccsCert.IO;

/// <summary>Reads a file that the user names.</summary>
internal static class BoundedFile
{
    /// <summary>Reads the whole file, unless it is larger than any of its kind: also where its length is not known.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The largest content in bytes; without it, that of any certificate file.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.FileNotFound"/>, <see cref="ErrorId.FileIsFolder"/>, <see cref="ErrorId.FileNotRegular"/>,
    /// <see cref="ErrorId.FileAccessDenied"/>, <see cref="ErrorId.FileTooLarge"/> or <see cref="ErrorId.FileUnreadable"/>.
    /// </exception>
    public static byte[] Read(string path, int maxBytes = CertificateFile.MaxFileBytes)
    {
        if (Directory.Exists(path))
        {
            throw new NaccsException(ErrorId.FileIsFolder, path);
        }

        try
        {
            byte[] content = RegularFile.Read(path, maxBytes);
            return content.Length <= maxBytes
                ? content
                : throw new NaccsException(ErrorId.FileTooLarge, path, maxBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NaccsException(IdOf(exception), path, exception, exception.Message);
        }
    }

    private static ErrorId IdOf(Exception exception) => exception switch
    {
        NotRegularFileException => ErrorId.FileNotRegular,
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => ErrorId.FileNotFound,
        UnauthorizedAccessException => ErrorId.FileAccessDenied,
        _ => ErrorId.FileUnreadable,
    };
}
