using System.Collections.Generic;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Scep;

/// <summary>
/// Writes SignedData with one signer (RFC 5652 section 5). The framework's own class signs no message without content, which
/// is what a refusal is (RFC 8894 section 3.2.2).
/// </summary>
internal static class SignedMessage
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const int Version = 1;

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The attributes as they are signed: a set (RFC 5652 section 5.4).</summary>
    /// <param name="content">The content, or null for none.</param>
    /// <param name="hash">The hash of the digest.</param>
    /// <param name="attributes">What is signed beside the content.</param>
    public static byte[] Attributes(byte[]? content, HashAlgorithmName hash, IEnumerable<AsnEncodedData> attributes)
    {
        var type = new AsnWriter(AsnEncodingRules.DER);
        type.WriteObjectIdentifier(Data);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            WriteAttribute(writer, new AsnEncodedData(new Oid(ContentType), type.Encode()));
            WriteAttribute(writer, SignedAttributes.OfOctets(MessageDigest, CryptographicOperations.HashData(hash, content ?? [])));
            foreach (AsnEncodedData attribute in attributes)
            {
                WriteAttribute(writer, attribute);
            }
        }

        return writer.Encode();
    }

    /// <summary>The message, DER.</summary>
    /// <param name="content">The content, or null for none.</param>
    /// <param name="signer">The certificate of the signer, which comes with it.</param>
    /// <param name="digestAlgorithm">Object identifier of the digest.</param>
    /// <param name="attributes">As <see cref="Attributes"/> made them.</param>
    /// <param name="signature">The signature over them, RSA with PKCS #1 v1.5.</param>
    public static byte[] Encode(byte[]? content, X509Certificate2 signer, string digestAlgorithm, byte[] attributes, byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(Version);
                using (writer.PushSetOf())
                {
                    WriteAlgorithm(writer, digestAlgorithm);
                }

                WriteContent(writer, content);
                using (writer.PushSetOf(Zero))
                {
                    writer.WriteEncodedValue(signer.RawData);
                }

                using (writer.PushSetOf())
                {
                    WriteSigner(writer, signer, digestAlgorithm, attributes, signature);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteContent(AsnWriter writer, byte[]? content)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Data);
            if (content is not null)
            {
                using (writer.PushSequence(Zero))
                {
                    writer.WriteOctetString(content);
                }
            }
        }
    }

    private static void WriteSigner(AsnWriter writer, X509Certificate2 signer, string digestAlgorithm, byte[] attributes, byte[] signature)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signer.IssuerName.RawData);
                writer.WriteInteger(signer.SerialNumberBytes.Span);
            }

            WriteAlgorithm(writer, digestAlgorithm);

            // The set of attributes has an implicit tag here, and its own where it was signed.
            using (writer.PushSetOf(Zero))
            {
                AsnReader set = new AsnReader(attributes, AsnEncodingRules.DER).ReadSetOf();
                while (set.HasData)
                {
                    writer.WriteEncodedValue(set.ReadEncodedValue().Span);
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(ObjectIdentifiers.RsaEncryption);
                writer.WriteNull();
            }

            writer.WriteOctetString(signature);
        }
    }

    private static void WriteAttribute(AsnWriter writer, AsnEncodedData attribute)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(attribute.Oid!.Value!);
            using (writer.PushSetOf())
            {
                writer.WriteEncodedValue(attribute.RawData);
            }
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
        }
    }
}
