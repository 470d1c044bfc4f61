using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Tests.Revocation;

/// <summary>A revocation list (RFC 5280, section 5.1) that says whatever a test needs.</summary>
internal sealed record ListMaker
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public DateTimeOffset ThisUpdate { get; init; } = DateTimeOffset.UtcNow.AddHours(-1);

    public DateTimeOffset? NextUpdate { get; init; } = DateTimeOffset.UtcNow.AddDays(1);

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>The extensions of the list; its number is one of them.</summary>
    public IReadOnlyList<X509Extension> Extensions { get; init; } = [Number];

    /// <summary>The octets of the serial numbers that are revoked, and the extensions of each entry.</summary>
    public IReadOnlyList<(byte[] Serial, X509Extension[] Extensions)> Entries { get; init; } = [];

    public static X509Extension Number { get; } = new("2.5.29.20", [0x02, 0x01, 0x07], critical: false);

    /// <summary>An issuing distribution point of these parts (section 5.2.5).</summary>
    public static X509Extension Scope(params byte[] parts) =>
        new("2.5.29.28", [0x30, (byte)parts.Length, .. parts], critical: true);

    /// <summary>Signs the list with the issuer's elliptic key.</summary>
    public byte[] Sign(X509Certificate2 issuer)
    {
        byte[] signed = ToBeSigned(issuer.SubjectName.RawData);
        using ECDsa key = issuer.GetECDsaPrivateKey()!;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(signed);
            WriteAlgorithm(writer);
            writer.WriteBitString(key.SignData(signed, Hash, DSASignatureFormat.Rfc3279DerSequence));
        }

        return writer.Encode();
    }

    private byte[] ToBeSigned(byte[] issuer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            WriteAlgorithm(writer);
            writer.WriteEncodedValue(issuer);
            writer.WriteUtcTime(ThisUpdate);
            if (NextUpdate is { } next)
            {
                writer.WriteUtcTime(next);
            }

            if (Entries.Count > 0)
            {
                using (writer.PushSequence())
                {
                    WriteEntries(writer);
                }
            }

            if (Extensions.Count > 0)
            {
                using (writer.PushSequence(Zero))
                {
                    WriteExtensions(writer, Extensions);
                }
            }
        }

        return writer.Encode();
    }

    private void WriteEntries(AsnWriter writer)
    {
        foreach ((byte[] serial, X509Extension[] extensions) in Entries)
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(serial);
                writer.WriteUtcTime(ThisUpdate);
                if (extensions.Length > 0)
                {
                    WriteExtensions(writer, extensions);
                }
            }
        }
    }

    private void WriteAlgorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Hash == HashAlgorithmName.SHA1 ? "1.2.840.10045.4.1" : "1.2.840.10045.4.3.2");
        }
    }

    private static void WriteExtensions(AsnWriter writer, IEnumerable<X509Extension> extensions)
    {
        using (writer.PushSequence())
        {
            foreach (X509Extension extension in extensions)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(extension.Oid!.Value!);
                    if (extension.Critical)
                    {
                        writer.WriteBoolean(true);
                    }

                    writer.WriteOctetString(extension.RawData);
                }
            }
        }
    }
}
