using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Keys;
using NaccsCert.Messages.Ber;
using NaccsCert.TestSupport.Certificates;
using Xunit;

namespace NaccsCert.Tests.Files;

/// <summary>A key is called what it is, also where it cannot be used: a curve is more than its size.</summary>
public sealed class KeyNameTests
{
    [Theory]
    [InlineData("1.2.840.10045.3.1.7", "ECDSA P-256", KeyAlgorithm.EcdsaP256)]
    [InlineData("1.3.132.0.34", "ECDSA P-384", KeyAlgorithm.EcdsaP384)]
    [InlineData("1.3.132.0.35", "ECDSA P-521", null)]
    [InlineData("1.3.132.0.10", "ECDSA secp256k1", null)]
    [InlineData("1.3.36.3.3.2.8.1.1.7", "ECDSA brainpoolP256r1", null)]
    [InlineData("1.3.36.3.3.2.8.1.1.8", "ECDSA brainpoolP256t1", null)]
    [InlineData("1.3.36.3.3.2.8.1.1.11", "ECDSA brainpoolP384r1", null)]
    [InlineData("1.3.36.3.3.2.8.1.1.13", "ECDSA brainpoolP512r1", null)]
    [InlineData("1.3.36.3.3.2.8.1.1.15", "ECDSA 1.3.36.3.3.2.8.1.1.15", null)]
    public void A_curve(string curve, string name, KeyAlgorithm? kind)
    {
        byte[] algorithm = DerWriter.Write(BerTag.Sequence, Identifier("1.2.840.10045.2.1"), Identifier(curve));
        AssertName(name, kind, DerWriter.Write(BerTag.Sequence, algorithm, DerWriter.BitString([4, .. new byte[64]])));
    }

    [Theory]
    [InlineData("1.3.101.112", "Ed25519")]
    [InlineData("1.3.101.113", "Ed448")]
    [InlineData("2.16.840.1.101.3.4.3.18", "ML-DSA-65")]
    [InlineData("1.2.3.4", "1.2.3.4")]
    public void A_kind_without_parameters(string identifier, string name) => AssertName(
        name, null, DerWriter.Write(BerTag.Sequence, DerWriter.Write(BerTag.Sequence, Identifier(identifier)), DerWriter.BitString(new byte[32])));

    [Theory]
    [InlineData("1.2.840.113549.1.1.1", "RSA 2048", KeyAlgorithm.Rsa2048)]
    [InlineData("1.2.840.113549.1.1.10", "RSASSA-PSS 2048", null)]
    public void A_modulus(string identifier, string name, KeyAlgorithm? kind)
    {
        using var rsa = RSA.Create(2048);
        AssertName(name, kind, DerWriter.Write(
            BerTag.Sequence, DerWriter.Write(BerTag.Sequence, Identifier(identifier)), DerWriter.BitString(rsa.ExportRSAPublicKey())));
    }

    [Fact]
    public void A_key_of_DSA()
    {
        using var dsa = DSA.Create(1024);
        AssertName("DSA 1024", null, dsa.ExportSubjectPublicKeyInfo());
    }

    private static void AssertName(string name, KeyAlgorithm? kind, byte[] publicKeyInfo)
    {
        using var authority = new TestAuthority("any");
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(OddCertificates.WithKey(authority.Certificate, publicKeyInfo));
        Assert.Equal(name, KeyDescription.Algorithm(certificate));
        Assert.Equal(kind, KeyDescription.KindOf(certificate));
        Assert.Equal(kind is not null || name.EndsWith("P-521", StringComparison.Ordinal), NaccsCert.Messages.Signatures.PublicKeyName.IsUsable(name));
    }

    private static byte[] Identifier(string dotted)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(dotted);
        return writer.Encode();
    }
}
