using System;
using System.Collections.Generic;

namespace NaccsCert.Messages.Scep;

/// <summary>The answer to GetCACert (RFC 8894, section 4.2.1).</summary>
internal static class CACertReply
{
    /// <summary>Reads the certificates of CA and RA: one certificate, or a certs-only message, whatever the header fields say.</summary>
    /// <param name="content">The body of the answer.</param>
    /// <returns>The DER certificates, at least one.</returns>
    /// <exception cref="MessageFormatException">It is neither.</exception>
    public static IReadOnlyList<byte[]> Parse(byte[] content) =>
        IsCertificate(content) ? [content] : CertsOnlyMessage.Parse(content);

    private static bool IsCertificate(byte[] content)
    {
        try
        {
            return CertificateParts.Parse(content).PublicKeyInfo.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
