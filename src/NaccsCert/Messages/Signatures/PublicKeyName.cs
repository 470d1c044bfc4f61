using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Signatures;

/// <summary>Names kinds of keys, whether this module can use them or not: two curves of the same size are not the same.</summary>
internal static class PublicKeyName
{
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string Dsa = "1.2.840.10040.4.1";
    private const string Brainpool = "1.3.36.3.3.2.8.1.1.";

    private static readonly string[] UsableCurves = ["P-256", "P-384", "P-521"];

    private static readonly Dictionary<string, string> Curves = new()
    {
        ["1.2.840.10045.3.1.7"] = "P-256",
        ["1.3.132.0.34"] = "P-384",
        ["1.3.132.0.35"] = "P-521",
        ["1.2.840.10045.3.1.1"] = "P-192",
        ["1.3.132.0.33"] = "P-224",
        ["1.3.132.0.10"] = "secp256k1",
    };

    // RFC 5639, section 4.1: two of each size, from number 1 on.
    private static readonly int[] BrainpoolBits = [160, 192, 224, 256, 320, 384, 512];

    private static readonly Dictionary<string, string> Others = new()
    {
        ["1.3.101.110"] = "X25519",
        ["1.3.101.111"] = "X448",
        ["1.3.101.112"] = "Ed25519",
        ["1.3.101.113"] = "Ed448",
        ["2.16.840.1.101.3.4.3.17"] = "ML-DSA-44",
        ["2.16.840.1.101.3.4.3.18"] = "ML-DSA-65",
        ["2.16.840.1.101.3.4.3.19"] = "ML-DSA-87",
    };

    /// <summary>The kind and size of a public key, for example <c>RSA 2048</c> or <c>ECDSA brainpoolP256r1</c>.</summary>
    /// <param name="publicKeyInfo">A SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7).</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Of(byte[] publicKeyInfo)
    {
        List<BerValue> parts = BerValue.Read(publicKeyInfo).As(BerTag.Sequence).Members();
        BerValue algorithm = parts.Count == 2 ? parts[0] : throw new FormatException("no public key");
        string name = OfAlgorithm(algorithm);
        return name is "RSA" or "RSASSA-PSS" ? name + " " + Bits(BerValue.Read(parts[1].BitStringOctets()).First()) : name;
    }

    /// <summary>The kind of a key by its AlgorithmIdentifier, and the size where that tells it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string OfAlgorithm(BerValue algorithm)
    {
        List<BerValue> parts = algorithm.As(BerTag.Sequence).Members();
        string identifier = parts.Count > 0 ? parts[0].ObjectIdentifier() : throw new FormatException("no algorithm");
        return identifier switch
        {
            PublicKeyParts.RsaEncryption => "RSA",
            RsaPss => "RSASSA-PSS",
            Dsa => parts.Count > 1 && parts[1].Tag == BerTag.Sequence ? "DSA " + Bits(parts[1].First()) : "DSA",
            PublicKeyParts.EllipticKey => "ECDSA " + Curve(parts),
            _ => Others.TryGetValue(identifier, out string? name) ? name : identifier,
        };
    }

    /// <summary>Whether keys of that name can sign here: those of RSA and of the curves of NIST that TLS has in use.</summary>
    /// <param name="name">What <see cref="Of"/> or <see cref="OfAlgorithm"/> gave.</param>
    public static bool IsUsable(string name) =>
        name == "RSA" || name.StartsWith("RSA ", StringComparison.Ordinal) || UsableCurves.Any(curve => name == "ECDSA " + curve);

    private static string Curve(List<BerValue> algorithm)
    {
        if (algorithm.Count < 2 || algorithm[1].Tag != BerTag.ObjectIdentifier)
        {
            return "with explicit parameters";
        }

        string identifier = algorithm[1].ObjectIdentifier();
        return Curves.TryGetValue(identifier, out string? name) ? name : BrainpoolName(identifier) ?? identifier;
    }

    private static string? BrainpoolName(string identifier)
    {
        bool isOne = identifier.StartsWith(Brainpool, StringComparison.Ordinal)
            & int.TryParse(identifier.Substring(Math.Min(Brainpool.Length, identifier.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isOne && number >= 1 && number <= BrainpoolBits.Length * 2
            ? string.Format(CultureInfo.InvariantCulture, "brainpoolP{0}{1}1", BrainpoolBits[(number - 1) / 2], number % 2 == 1 ? "r" : "t")
            : null;
    }

    private static string Bits(BerValue integer)
    {
        byte[] significant = [.. integer.As(BerTag.Integer).Content().SkipWhile(octet => octet == 0)];
        return PublicKeyParts.BitLength(significant).ToString(CultureInfo.InvariantCulture);
    }
}
