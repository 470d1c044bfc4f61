using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>A CA and a client that are the same in every run, as those of the same name for .NET, with what Mono has.</summary>
internal static class SampleAuthority
{
    public const string Name = "NACCS Client CA";

    private const string Issuer = "CN=" + Name;
    private const string Algorithm = "SHA256WITHRSA";

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AsymmetricCipherKeyPair RootKey = NewKey(seed: 1);
    private static readonly AsymmetricCipherKeyPair ClientKey = NewKey(seed: 2);

    /// <summary>The self-signed root.</summary>
    public static X509Certificate2 Root { get; } = new CertificateMaker(
        Issuer, RootKey.Public, BigInteger.One, Begin, Begin.AddYears(25)).AsAuthority().Sign(Issuer, Algorithm, RootKey.Private);

    /// <summary>A DER PKCS#10 request.</summary>
    public static byte[] CertificationRequest { get; } = new Pkcs10CertificationRequest(
        Algorithm, new Org.BouncyCastle.Asn1.X509.X509Name("CN=NaccsCert"), ClientKey.Public, null, ClientKey.Private).GetDerEncoded();

    /// <summary>A client certificate with that request's key, for client authentication, with the addresses of a revocation list and a responder.</summary>
    public static X509Certificate2 Client { get; } = new CertificateMaker(
        "CN=1SAMPLE1, O=見本", ClientKey.Public, BigInteger.ValueOf(0x12345678), Begin, Begin.AddYears(5).AddMonths(1))
        .For("1.3.6.1.5.5.7.3.2").ListedAt("http://127.0.0.1/client-ca.crl").AnsweredAt("http://127.0.0.1/ocsp")
        .Sign(Issuer, Algorithm, RootKey.Private);

    /// <summary>The client's private key (RFC 5958).</summary>
    public static byte[] ClientKeyInfo { get; } = PrivateKeyInfoFactory.CreatePrivateKeyInfo(ClientKey.Private).GetDerEncoded();

    /// <summary>Both certificates in a certs-only message.</summary>
    public static byte[] Message { get; } = Reply.Certificates(Client, Root).Body;

    /// <summary>A revocation list of the root with the client on it.</summary>
    public static byte[] RevocationList { get; } =
        RevocationListMaker.Sign(Issuer, Algorithm, RootKey.Private, Begin, Begin.AddYears(3), [Client]);

    /// <summary>Signs OCSP responses for the root.</summary>
    public static OcspSigner Responder { get; } = OcspSigner.With(
        RSA.Create(DotNetUtilities.ToRSAParameters((RsaPrivateCrtKeyParameters)RootKey.Private)), Client.RawData, Root.RawData);

    private static AsymmetricCipherKeyPair NewKey(byte seed)
    {
        var random = new DigestRandomGenerator(DigestUtilities.GetDigest("SHA-256"));
        random.AddSeedMaterial([seed]);
        var generator = new RsaKeyPairGenerator();
        generator.Init(new KeyGenerationParameters(new SecureRandom(random), 2048));
        return generator.GenerateKeyPair();
    }
}
