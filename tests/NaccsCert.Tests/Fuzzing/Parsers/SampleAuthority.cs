using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport.Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Security;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>
/// A CA and a client whose certificates are the same in every run, byte for byte: a case that failed can be had again
/// from its seed.
/// </summary>
internal static class SampleAuthority
{
    public const string Name = "NACCS Client CA";

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RSA RootKey = NewKey(seed: 1);
    private static readonly RSA ClientKey = NewKey(seed: 2);

    /// <summary>The self-signed root, with its key.</summary>
    public static X509Certificate2 Root { get; } = SelfSign();

    /// <summary>A DER PKCS#10 request.</summary>
    public static byte[] CertificationRequest { get; } = Request("CN=NaccsCert", ClientKey).CreateSigningRequest();

    /// <summary>A client certificate with that request's key, for client authentication, with the addresses of a revocation list and a responder.</summary>
    public static X509Certificate2 Client { get; } = Issue();

    /// <summary>The client's private key (RFC 5958).</summary>
    public static byte[] ClientKeyInfo { get; } = Org.BouncyCastle.Pkcs.PrivateKeyInfoFactory
        .CreatePrivateKeyInfo(DotNetUtilities.GetRsaKeyPair(ClientKey).Private).GetDerEncoded();

    /// <summary>Both certificates in a certs-only message.</summary>
    public static byte[] Message { get; } = new X509Certificate2Collection { Client, Root }.Export(X509ContentType.Pkcs7)!;

    /// <summary>A revocation list of the root with the client on it.</summary>
    public static byte[] RevocationList { get; } = Revoke();

    /// <summary>Signs OCSP responses for the root.</summary>
    public static OcspSigner Responder { get; } = OcspSigner.With(RootKey, Client.RawData, Root.RawData);

    private static CertificateRequest Request(string subject, RSA key) =>
        new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 SelfSign()
    {
        CertificateRequest request = Request("CN=" + Name, RootKey);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using X509Certificate2 bare = request.Create(
            request.SubjectName,
            X509SignatureGenerator.CreateForRSA(RootKey, RSASignaturePadding.Pkcs1),
            Begin,
            Begin.AddYears(25),
            [1]);
        return bare.CopyWithPrivateKey(RootKey);
    }

    private static X509Certificate2 Issue()
    {
        CertificateRequest request = Request("CN=1SAMPLE1, O=見本", ClientKey);
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        request.CertificateExtensions.Add(
            CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://127.0.0.1/client-ca.crl"]));
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(["http://127.0.0.1/ocsp"], null));
        return request.Create(Root, Begin, Begin.AddYears(5).AddMonths(1), [0x12, 0x34, 0x56, 0x78]);
    }

    private static byte[] Revoke()
    {
        var builder = new CertificateRevocationListBuilder();
        builder.AddEntry(Client, Begin.AddDays(1), X509RevocationReason.KeyCompromise);
        return builder.Build(
            Root, 1, Begin.AddYears(3), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Begin);
    }

    private static RSA NewKey(byte seed)
    {
        var random = new DigestRandomGenerator(DigestUtilities.GetDigest("SHA-256"));
        random.AddSeedMaterial([seed]);
        var generator = new RsaKeyPairGenerator();
        generator.Init(new KeyGenerationParameters(new SecureRandom(random), 2048));
        AsymmetricKeyParameter key = generator.GenerateKeyPair().Private;
        return RSA.Create(DotNetUtilities.ToRSAParameters((RsaPrivateCrtKeyParameters)key));
    }
}
