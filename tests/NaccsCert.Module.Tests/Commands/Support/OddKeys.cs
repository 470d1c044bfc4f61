using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Certificates with keys of kinds that the module cannot use.</summary>
internal static class OddKeys
{
    private static readonly Oid Ed25519 = new("1.3.101.112");

    /// <summary>Issues a certificate.</summary>
    /// <param name="authority">The issuer.</param>
    /// <param name="kind"><c>DSA</c>, <c>brainpool</c> or <c>Ed25519</c>.</param>
    /// <returns>The certificate, DER, and its key in PKCS#8.</returns>
    public static (byte[] Certificate, byte[] Key) Issue(ClientAuthority authority, string kind)
    {
        if (kind == "Ed25519")
        {
            using X509Certificate2 bare = authority.Issue(
                "1ODD001", new PublicKey(Ed25519, null, new AsnEncodedData(Ed25519, RandomNumberGenerator.GetBytes(32))));
            var seed = new AsnWriter(AsnEncodingRules.DER);
            seed.WriteOctetString(RandomNumberGenerator.GetBytes(32));
            return (bare.RawData, new Pkcs8PrivateKeyInfo(Ed25519, null, seed.Encode()).Encode());
        }

        using AsymmetricAlgorithm key = kind == "DSA" ? DSA.Create(1024) : ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1);
        using X509Certificate2 certificate = authority.Issue(
            "1ODD001", PublicKey.CreateFromSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out _));
        return (certificate.RawData, key.ExportPkcs8PrivateKey());
    }
}
