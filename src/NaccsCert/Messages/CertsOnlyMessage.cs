using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>A certs-only CMS message (RFC 5652, section 5; RFC 7030, section 4.1.3).</summary>
internal static class CertsOnlyMessage
{
    /// <summary>More certificates than any service has a use for.</summary>
    private const int MaxCertificates = 64;

    private const string SignedData = "1.2.840.113549.1.7.2";

    // The object identifiers of data and signed-data (RFC 5652, sections 4 and 5.1), encoded.
    private static readonly byte[] DataType = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];
    private static readonly byte[] SignedDataType = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    /// <summary>Reads the certificates of a message.</summary>
    /// <param name="content">The body of the answer, in any of the encodings that servers use.</param>
    /// <returns>The certificates as they came, at least one.</returns>
    /// <exception cref="MessageFormatException">It is no such message.</exception>
    public static IReadOnlyList<byte[]> Parse(byte[] content)
    {
        try
        {
            List<BerValue> message = BerValue.Read(TransferEncoding.Decode(content)).As(BerTag.Sequence).Members();
            string type = message.Count == 2 ? message[0].ObjectIdentifier() : throw new FormatException("no CMS message");
            if (type != SignedData)
            {
                throw new MessageFormatException($"CMS content type {type} instead of signed-data");
            }

            List<BerValue> certificates = CertificatesIn(message[1].As(BerTag.Explicit(0)).Inner());
            return certificates.Count is > 0 and <= MaxCertificates
                ? [.. certificates.Select(certificate => certificate.Encoded())]
                : throw new MessageFormatException($"CMS message with {certificates.Count} certificates");
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new MessageFormatException(Describe(content), exception);
        }
    }

    /// <summary>Writes a message that carries certificates and nothing else, each byte of them as it is.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <returns>The message.</returns>
    public static byte[] Build(IReadOnlyList<byte[]> certificates)
    {
        byte[] version = [BerTag.Integer, 1, 1];
        byte[] signedData = DerWriter.Write(
            BerTag.Sequence,
            version,
            DerWriter.Write(BerTag.Set),
            DerWriter.Write(BerTag.Sequence, DataType),
            DerWriter.Write(BerTag.Explicit(0), [.. certificates]),
            DerWriter.Write(BerTag.Set));
        return DerWriter.Write(BerTag.Sequence, SignedDataType, DerWriter.Write(BerTag.Explicit(0), signedData));
    }

    // RFC 5652, section 5.1: version, algorithms and content come before, other kinds of certificates have tags of their own.
    private static List<BerValue> CertificatesIn(BerValue signedData) =>
    [
        .. signedData.As(BerTag.Sequence).Members()
            .Skip(3)
            .Where(part => part.Tag == BerTag.Explicit(0))
            .Take(1)
            .SelectMany(part => part.Members())
            .Where(choice => choice.Tag == BerTag.Sequence),
    ];

    // The usual stranger is the page of a proxy or a portal: to name it saves a support call.
    private static string Describe(byte[] content)
    {
        string start = System.Text.Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, 256)).TrimStart();
        return start.StartsWith("<", StringComparison.Ordinal) ? "an HTML or XML page" : "no CMS message";
    }
}
