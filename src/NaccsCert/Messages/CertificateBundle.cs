using System.Collections.Generic;

namespace NaccsCert.Messages;

/// <summary>The certificates in a file that came from a certificate service.</summary>
internal static class CertificateBundle
{
    /// <summary>Reads a certs-only CMS message, or one certificate, each as DER or PEM.</summary>
    /// <param name="content">The file's content.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <returns>The DER certificates.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateFileUnreadable"/>.</exception>
    public static IReadOnlyList<byte[]> Parse(byte[] content, string path)
    {
        try
        {
            return CertsOnlyMessage.Parse(content);
        }
        catch (MessageFormatException)
        {
            return [CertificateFile.Read(content, path)];
        }
    }
}
