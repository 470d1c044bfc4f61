using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;

namespace NaccsCert.Messages;

/// <summary>The signature algorithms that keys sign with (RFC 4055, section 5; RFC 5758, section 3.2).</summary>
internal static class SignatureAlgorithm
{
    /// <summary>The identifier for a kind of key; ECDSA has no parameters.</summary>
    public static AlgorithmIdentifier Of(KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.EcdsaP256 => new AlgorithmIdentifier(X9ObjectIdentifiers.ECDsaWithSha256),
        KeyAlgorithm.EcdsaP384 => new AlgorithmIdentifier(X9ObjectIdentifiers.ECDsaWithSha384),
        _ => new AlgorithmIdentifier(PkcsObjectIdentifiers.Sha256WithRsaEncryption, DerNull.Instance),
    };
}
