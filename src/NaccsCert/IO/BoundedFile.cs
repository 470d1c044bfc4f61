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
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateFileUnreadable"/>.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= CertificateFile.MaxFileBytes
                ? File.ReadAllBytes(path)
                : throw new NaccsException(ErrorId.CertificateFileUnreadable, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.CertificateFileUnreadable, path, exception);
        }
    }
}
