using System;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Math;

namespace NaccsCert.Messages;

/// <summary>Public keys in the form that requests and certificates carry (RFC 5280, section 4.1.2.7; RFC 5480).</summary>
internal static class PublicKeyEncoding
{
    private const byte UncompressedPoint = 4;

    /// <summary>An RSA public key (RFC 8017, appendix A.1.1).</summary>
    public static byte[] FromRsa(RSAParameters key) =>
        Encode(
            new AlgorithmIdentifier(PkcsObjectIdentifiers.RsaEncryption, DerNull.Instance),
            new RsaPublicKeyStructure(new BigInteger(1, key.Modulus), new BigInteger(1, key.Exponent)).GetDerEncoded());

    /// <summary>A public key on a named curve (RFC 5480, section 2), its point uncompressed.</summary>
    public static byte[] FromEcdsa(KeyAlgorithm algorithm, ECParameters key)
    {
        byte[] x = key.Q.X!;
        byte[] y = key.Q.Y!;
        byte[] point = new byte[1 + x.Length + y.Length];
        point[0] = UncompressedPoint;
        Buffer.BlockCopy(x, 0, point, 1, x.Length);
        Buffer.BlockCopy(y, 0, point, 1 + x.Length, y.Length);
        return Encode(new AlgorithmIdentifier(X9ObjectIdentifiers.IdECPublicKey, CurveOf(algorithm)), point);
    }

    private static DerObjectIdentifier CurveOf(KeyAlgorithm algorithm) =>
        algorithm == KeyAlgorithm.EcdsaP384
            ? SecObjectIdentifiers.SecP384r1
            : SecObjectIdentifiers.SecP256r1;

    private static byte[] Encode(AlgorithmIdentifier algorithm, byte[] key) =>
        new Org.BouncyCastle.Asn1.X509.SubjectPublicKeyInfo(algorithm, key).GetDerEncoded();
}
