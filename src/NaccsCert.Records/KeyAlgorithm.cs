namespace NaccsCert;

/// <summary>The kinds of key that a certificate can be requested for (RFC 8017, FIPS 186-5).</summary>
public enum KeyAlgorithm : long
{
    /// <summary>RSA with a modulus of 2048 bits, the default.</summary>
    Rsa2048,

    /// <summary>RSA with a modulus of 3072 bits.</summary>
    Rsa3072,

    /// <summary>RSA with a modulus of 4096 bits.</summary>
    Rsa4096,

    /// <summary>ECDSA on the curve NIST P-256 (secp256r1).</summary>
    EcdsaP256,

    /// <summary>ECDSA on the curve NIST P-384 (secp384r1).</summary>
    EcdsaP384,
}
