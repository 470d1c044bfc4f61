using System.Collections.Generic;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X9;

namespace NaccsCert.Messages.Est;

/// <summary>The kinds of key that a service wants (RFC 9908, section 3.2).</summary>
internal static class WantedKey
{
    private static readonly KeyAlgorithm[] AnyRsa = [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096];
    private static readonly KeyAlgorithm[] AnyEcdsa = [KeyAlgorithm.EcdsaP256, KeyAlgorithm.EcdsaP384];

    /// <summary>The kinds of key that an attribute wants.</summary>
    /// <param name="type">Its object identifier, which names the algorithm.</param>
    /// <param name="value">The size or the curve; null for any.</param>
    /// <returns>The kinds; none when the attribute is about no key, or about one that cannot be made here.</returns>
    public static IReadOnlyList<KeyAlgorithm> Read(string type, Asn1Object? value)
    {
        if (type == PkcsObjectIdentifiers.RsaEncryption.Id)
        {
            return value is DerInteger size ? OfSize(size.Value.BitLength > 31 ? 0 : size.IntValueExact) : AnyRsa;
        }

        if (type == X9ObjectIdentifiers.IdECPublicKey.Id)
        {
            return value is DerObjectIdentifier curve ? OnCurve(curve) : AnyEcdsa;
        }

        return [];
    }

    /// <summary>The kind of RSA key of a size.</summary>
    /// <param name="bits">The length of its modulus.</param>
    public static IReadOnlyList<KeyAlgorithm> OfSize(int bits) => bits switch
    {
        2048 => [KeyAlgorithm.Rsa2048],
        3072 => [KeyAlgorithm.Rsa3072],
        4096 => [KeyAlgorithm.Rsa4096],
        _ => [],
    };

    private static IReadOnlyList<KeyAlgorithm> OnCurve(DerObjectIdentifier curve)
    {
        if (curve.Equals(SecObjectIdentifiers.SecP256r1))
        {
            return [KeyAlgorithm.EcdsaP256];
        }

        return curve.Equals(SecObjectIdentifiers.SecP384r1) ? [KeyAlgorithm.EcdsaP384] : [];
    }
}
