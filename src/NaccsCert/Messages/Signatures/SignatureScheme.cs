using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Signatures;

/// <summary>How something was signed (RFC 3279, RFC 4055, RFC 5758).</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Padding">The padding of RSA; null for ECDSA.</param>
internal sealed record SignatureScheme(HashAlgorithmName Hash, RSASignaturePadding? Padding)
{
    private const string Pss = "1.2.840.113549.1.1.10";
    private const string MaskGeneration = "1.2.840.113549.1.1.8";

    private static readonly Dictionary<string, SignatureScheme> Known = new()
    {
        ["1.2.840.113549.1.1.4"] = new(HashAlgorithmName.MD5, RSASignaturePadding.Pkcs1),
        ["1.2.840.113549.1.1.5"] = new(HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        ["1.2.840.113549.1.1.11"] = new(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ["1.2.840.113549.1.1.12"] = new(HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        ["1.2.840.113549.1.1.13"] = new(HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ["1.2.840.10045.4.1"] = new(HashAlgorithmName.SHA1, null),
        ["1.2.840.10045.4.3.2"] = new(HashAlgorithmName.SHA256, null),
        ["1.2.840.10045.4.3.3"] = new(HashAlgorithmName.SHA384, null),
        ["1.2.840.10045.4.3.4"] = new(HashAlgorithmName.SHA512, null),
    };

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>Whether no forged signature of this kind is in reach.</summary>
    public bool IsStrong => Hash != HashAlgorithmName.MD5 && Hash != HashAlgorithmName.SHA1;

    /// <summary>Reads an AlgorithmIdentifier.</summary>
    /// <param name="algorithm">The identifier, encoded.</param>
    /// <returns>The scheme; null when it is none that is known here.</returns>
    /// <exception cref="FormatException">It is no AlgorithmIdentifier.</exception>
    public static SignatureScheme? Read(byte[] algorithm)
    {
        List<BerValue> parts = BerValue.Read(algorithm).As(BerTag.Sequence).Members();
        string identifier = parts.Count > 0 ? parts[0].ObjectIdentifier() : throw new FormatException("no algorithm");
        return identifier == Pss && parts.Count == 2
            ? ReadPss(parts[1])
            : Known.TryGetValue(identifier, out SignatureScheme? scheme) ? scheme : null;
    }

    // RFC 4055, section 3.1: what is left away means SHA-1, and the platform knows salts of the hash's length only.
    private static SignatureScheme? ReadPss(BerValue parameters)
    {
        List<BerValue> parts = parameters.As(BerTag.Sequence).Members();
        HashAlgorithmName? hash = Part(parts, 0) is { } named ? HashOf(named) : null;
        HashAlgorithmName? mask = Part(parts, 1) is { } generation && generation.Members() is { Count: 2 } mgf
            && mgf[0].ObjectIdentifier() == MaskGeneration ? HashOf(mgf[1]) : null;
        int salt = Part(parts, 2)?.SmallInteger() ?? 20;
        return hash is { } both && both == mask && salt == LengthOf(both)
            ? new SignatureScheme(both, RSASignaturePadding.Pss)
            : null;
    }

    private static BerValue? Part(List<BerValue> parts, int number)
    {
        foreach (BerValue part in parts.Where(part => part.Tag == BerTag.Explicit(number)))
        {
            return part.Inner();
        }

        return null;
    }

    private static HashAlgorithmName? HashOf(BerValue algorithm) =>
        algorithm.Members() is { Count: > 0 } parts && Hashes.TryGetValue(parts[0].ObjectIdentifier(), out HashAlgorithmName hash)
            ? hash
            : null;

    private static int LengthOf(HashAlgorithmName hash)
    {
        if (hash == HashAlgorithmName.SHA256)
        {
            return 32;
        }

        return hash == HashAlgorithmName.SHA384 ? 48 : 64;
    }
}
