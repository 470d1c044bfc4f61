using System;
using System.IO;
using NaccsCert.Messages;

namespace NaccsCert.IO;

/// <summary>Reads a file that the user names.</summary>
internal static class BoundedFile
{
    /// <summary>Reads the whole file, unless it is larger than any certificate file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateFileUnreadable"/> or <see cref="ErrorId.FileNotRegular"/>.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            byte[] content = RegularFile.Read(path, CertificateFile.MaxFileBytes);
            return content.Length <= CertificateFile.MaxFileBytes
                ? content
                : throw new NaccsException(ErrorId.CertificateFileUnreadable, path);
        }
        catch (NotRegularFileException exception)
        {
            throw new NaccsException(ErrorId.FileNotRegular, path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.CertificateFileUnreadable, path, exception);
        }
    }
}
