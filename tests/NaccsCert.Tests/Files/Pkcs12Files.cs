using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Tests.Files;

/// <summary>Makes PKCS#12 files of every kind (RFC 7292).</summary>
internal sealed record Pkcs12Files
{
    private static readonly byte[] Sha256 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

    /// <summary>The password; null for none.</summary>
    public string? Password { get; init; } = "pw";

    /// <summary>How keys and certificates are encrypted.</summary>
    public PbeParameters Encryption { get; init; } = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100);

    /// <summary>How the file is authenticated; null for not at all.</summary>
    public HashAlgorithmName? Mac { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>Whether certificates and keys say that they belong together.</summary>
    public bool IsLinked { get; init; } = true;

    /// <summary>Makes a file with certificates, and with the keys that they are joined to.</summary>
    public byte[] Make(params X509Certificate2[] certificates) => Make(
        [.. certificates.Select(certificate => (certificate.RawData, (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey()))]);

    /// <summary>Makes a file.</summary>
    /// <param name="entries">Certificates and keys, either of which may be missing.</param>
    public byte[] Make(params (byte[]? Certificate, AsymmetricAlgorithm? Key)[] entries)
    {
        var certificates = new Pkcs12SafeContents();
        var keys = new Pkcs12SafeContents();
        byte number = 0;
        foreach ((byte[]? certificate, AsymmetricAlgorithm? key) in entries)
        {
            number++;
            var bags = new List<Pkcs12SafeBag>();
            if (certificate is not null)
            {
                bags.Add(new Pkcs12CertBag(new Oid("1.2.840.113549.1.9.22.1"), DerWriter.Write(BerTag.OctetString, certificate)));
                certificates.AddSafeBag(bags[^1]);
            }

            if (key is not null)
            {
                bags.Add(keys.AddShroudedKey(key, Password, Encryption));
            }

            if (IsLinked && bags.Count > 1)
            {
                bags.ForEach(bag => bag.Attributes.Add(new Pkcs9LocalKeyId([number])));
            }
        }

        var builder = new Pkcs12Builder();
        builder.AddSafeContentsEncrypted(certificates, Password, Encryption);
        builder.AddSafeContentsUnencrypted(keys);
        if (Mac is { } mac)
        {
            builder.SealWithMac(Password, mac, 100);
        }
        else
        {
            builder.SealWithoutIntegrity();
        }

        return builder.Encode();
    }

    /// <summary>A file whose MAC names another digest.</summary>
    /// <param name="file">A file with a MAC of SHA-256.</param>
    /// <param name="digest">The last arc of the digest.</param>
    public static byte[] WithMac(byte[] file, byte digest)
    {
        byte[] changed = [.. file];
        changed[changed.AsSpan().LastIndexOf(Sha256) + Sha256.Length - 1] = digest;
        return changed;
    }

    /// <summary>A file whose MAC asks for another number of iterations.</summary>
    public static byte[] WithIterations(byte[] file, byte[] iterations)
    {
        byte[][] parts = Parts(file);
        byte[][] mac = Parts(parts[2]);
        return DerWriter.Write(
            BerTag.Sequence,
            parts[0],
            parts[1],
            DerWriter.Write(BerTag.Sequence, mac[0], mac[1], DerWriter.Write(BerTag.Integer, iterations)));
    }

    /// <summary>A file as older tools write it: lengths are indefinite, and the content comes in pieces.</summary>
    public static byte[] InPieces(byte[] file)
    {
        byte[][] parts = Parts(file);
        byte[][] content = Parts(parts[1]);
        byte[] octets = BerValue.Read(content[1]).Inner().Content();
        byte[] end = [0, 0];
        return
        [
            BerTag.Sequence, 0x80, .. parts[0],
            BerTag.Sequence, 0x80, .. content[0], BerTag.Explicit(0), 0x80, BerTag.OctetString | BerTag.Constructed, 0x80,
            .. DerWriter.Write(BerTag.OctetString, octets[..10]), .. DerWriter.Write(BerTag.OctetString, octets[10..]),
            .. end, .. end, .. end, .. parts[2], .. end,
        ];
    }

    private static byte[][] Parts(byte[] value) => [.. BerValue.Read(value).Members().Select(part => part.Encoded())];
}
