using System;
using System.Security.Cryptography;

namespace NaccsCert.Keys;

/// <summary>What each kind of key means.</summary>
internal static class KeyAlgorithms
{
    /// <summary>Whether it is an RSA key.</summary>
    /// <param name="algorithm">The kind of key.</param>
    /// <returns>True for RSA, false for ECDSA.</returns>
    public static bool IsRsa(this KeyAlgorithm algorithm) =>
        algorithm is KeyAlgorithm.Rsa2048 or KeyAlgorithm.Rsa3072 or KeyAlgorithm.Rsa4096;

    /// <summary>The size of the key.</summary>
    /// <param name="algorithm">The kind of key.</param>
    /// <returns>The size in bits.</returns>
    public static int SizeInBits(this KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.Rsa2048 => 2048,
        KeyAlgorithm.Rsa3072 => 3072,
        KeyAlgorithm.Rsa4096 => 4096,
        KeyAlgorithm.EcdsaP256 => 256,
        KeyAlgorithm.EcdsaP384 => 384,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The digest that the key signs with (FIPS 186-5; RFC 5656, section 6.2.1 for the pairing with curves).</summary>
    /// <param name="algorithm">The kind of key.</param>
    /// <returns>SHA-384 for P-384, SHA-256 for all others.</returns>
    public static HashAlgorithmName Digest(this KeyAlgorithm algorithm) =>
        algorithm == KeyAlgorithm.EcdsaP384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;

    /// <summary>The named curve of an ECDSA key.</summary>
    /// <param name="algorithm">The kind of key.</param>
    /// <returns>The curve.</returns>
    public static ECCurve Curve(this KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.EcdsaP256 => ECCurve.NamedCurves.nistP256,
        KeyAlgorithm.EcdsaP384 => ECCurve.NamedCurves.nistP384,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };
}
