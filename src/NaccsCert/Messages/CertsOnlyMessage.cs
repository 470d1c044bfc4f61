using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;

namespace NaccsCert.Messages;

/// <summary>A certs-only CMS message (RFC 5652, section 5; RFC 7030, section 4.1.3).</summary>
internal static class CertsOnlyMessage
{
    /// <summary>More certificates than any service has a use for.</summary>
    private const int MaxCertificates = 64;

    /// <summary>Reads the certificates of a message.</summary>
    /// <param name="content">The body of the answer, in any of the encodings that servers use.</param>
    /// <returns>The DER certificates, at least one.</returns>
    /// <exception cref="MessageFormatException">It is no such message.</exception>
    public static IReadOnlyList<byte[]> Parse(byte[] content)
    {
        try
        {
            var message = ContentInfo.GetInstance(Asn1Reader.Read(TransferEncoding.Decode(content)));
            if (!CmsObjectIdentifiers.SignedData.Equals(message.ContentType))
            {
                throw new MessageFormatException($"CMS content type {message.ContentType} instead of signed-data");
            }

            Asn1Set? certificates = SignedData.GetInstance(message.Content)?.Certificates;
            return certificates is { Count: > 0 and <= MaxCertificates }
                ? [.. certificates.Select(certificate => certificate.GetEncoded(Asn1Encodable.Der))]
                : throw new MessageFormatException($"CMS message with {certificates?.Count ?? 0} certificates");
        }
        catch (Exception exception) when (exception is FormatException or IOException or ArgumentException
            or InvalidOperationException or InvalidCastException or Asn1ParsingException)
        {
            throw new MessageFormatException(Describe(content), exception);
        }
    }

    /// <summary>Writes a message that carries certificates and nothing else.</summary>
    /// <param name="certificates">The DER certificates.</param>
    /// <returns>The DER message.</returns>
    public static byte[] Build(IReadOnlyList<byte[]> certificates) => new ContentInfo(
        CmsObjectIdentifiers.SignedData,
        new SignedData(
            DerSet.Empty,
            new ContentInfo(CmsObjectIdentifiers.Data, null),
            new DerSet(certificates.Select(Asn1Object.FromByteArray).ToArray<Asn1Encodable>()),
            null,
            DerSet.Empty)).GetDerEncoded();

    // The usual stranger is the page of a proxy or a portal: to name it saves a support call.
    private static string Describe(byte[] content)
    {
        string start = System.Text.Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, 256)).TrimStart();
        return start.StartsWith("<", StringComparison.Ordinal) ? "an HTML or XML page" : "no CMS message";
    }
}
