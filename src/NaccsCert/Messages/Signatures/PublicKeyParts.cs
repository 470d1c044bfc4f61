using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Signatures;

/// <summary>A public key as certificates carry it (RFC 5280, section 4.1.2.7; RFC 3279, section 2.3; RFC 5480).</summary>
internal sealed class PublicKeyParts
{
    /// <summary>The object identifier of RSA keys (RFC 3279, section 2.3.1).</summary>
    public const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>The object identifier of keys on curves (RFC 5480, section 2.1.1).</summary>
    public const string EllipticKey = "1.2.840.10045.2.1";

    private const byte UncompressedPoint = 4;
    private const int MinRsaBits = 2048;

    // A key of more bits would make one verification cost seconds.
    private const int MaxRsaBits = 16_384;

    private static readonly Dictionary<string, int> Curves = new()
    {
        ["1.2.840.10045.3.1.7"] = 256,
        ["1.3.132.0.34"] = 384,
        ["1.3.132.0.35"] = 521,
    };

    /// <summary>The modulus and exponent of RSA; null for a key of another kind.</summary>
    public RSAParameters? Rsa { get; private init; }

    /// <summary>The curve and point of an elliptic key; null for a key of another kind or on an unknown curve.</summary>
    public ECParameters? Elliptic { get; private init; }

    /// <summary>The length of an RSA modulus or of the curve's field, in bits; 0 when the key is of no known kind.</summary>
    public int Bits { get; private init; }

    /// <summary>Whether it is RSA of at least 2048 bits, or on a named curve of at least 256.</summary>
    public bool IsStrong => Rsa is null ? Elliptic is not null : Bits is >= MinRsaBits and <= MaxRsaBits;

    /// <summary>Reads a SubjectPublicKeyInfo.</summary>
    /// <param name="publicKeyInfo">The key, encoded.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static PublicKeyParts Read(byte[] publicKeyInfo)
    {
        List<BerValue> parts = BerValue.Read(publicKeyInfo).As(BerTag.Sequence).Members();
        List<BerValue> algorithm = parts.Count == 2 ? parts[0].Members() : throw new FormatException("no public key");
        byte[] key = parts[1].BitStringOctets();
        switch (algorithm.Count > 0 ? algorithm[0].ObjectIdentifier() : string.Empty)
        {
            case RsaEncryption:
                return ReadRsa(key);
            case EllipticKey when algorithm.Count == 2 && algorithm[1].Tag == BerTag.ObjectIdentifier:
                return ReadElliptic(algorithm[1].ObjectIdentifier(), key);
            default:
                return new PublicKeyParts();
        }
    }

    /// <summary>Whether two keys are the same, in whichever way their parameters are written.</summary>
    /// <param name="one">A SubjectPublicKeyInfo, encoded.</param>
    /// <param name="other">A SubjectPublicKeyInfo, encoded.</param>
    /// <returns>Whether they are; not, too, when one of them cannot be read.</returns>
    public static bool AreSame(byte[] one, byte[] other)
    {
        try
        {
            return one.SequenceEqual(other)
                || (Read(one) is { Rsa: { } left } && Read(other) is { Rsa: { } right }
                    && left.Modulus!.SequenceEqual(right.Modulus!) && left.Exponent!.SequenceEqual(right.Exponent!));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The length of a number.</summary>
    /// <param name="significant">The number, from its first octet that is not 0 on; none for 0.</param>
    /// <returns>Its bits.</returns>
    public static int BitLength(byte[] significant)
    {
        int bits = significant.Length * 8;
        for (int mask = 0x80; significant.Length > 0 && (significant[0] & mask) == 0; mask >>= 1)
        {
            bits--;
        }

        return bits;
    }

    private static PublicKeyParts ReadRsa(byte[] key)
    {
        List<BerValue> numbers = BerValue.Read(key).As(BerTag.Sequence).Members();
        if (numbers.Count != 2)
        {
            throw new FormatException("no RSA key");
        }

        byte[] modulus = Unsigned(numbers[0]);
        return new PublicKeyParts
        {
            Rsa = new RSAParameters { Modulus = modulus, Exponent = Unsigned(numbers[1]) },
            Bits = BitLength(modulus),
        };
    }

    private static PublicKeyParts ReadElliptic(string curve, byte[] point)
    {
        if (!Curves.TryGetValue(curve, out int bits))
        {
            return new PublicKeyParts();
        }

        int half = (bits + 7) / 8;
        if (point.Length != 1 + (2 * half) || point[0] != UncompressedPoint)
        {
            throw new FormatException("no point of the curve");
        }

        return new PublicKeyParts
        {
            Elliptic = new ECParameters
            {
                Curve = ECCurve.CreateFromValue(curve),
                Q = new ECPoint { X = [.. point.Skip(1).Take(half)], Y = [.. point.Skip(1 + half)] },
            },
            Bits = bits,
        };
    }

    private static byte[] Unsigned(BerValue integer)
    {
        byte[] content = integer.As(BerTag.Integer).Content();
        byte[] significant = [.. content.SkipWhile(octet => octet == 0)];
        return significant.Length > 0 && content[0] < 0x80 ? significant : throw new FormatException("no positive number");
    }
}
