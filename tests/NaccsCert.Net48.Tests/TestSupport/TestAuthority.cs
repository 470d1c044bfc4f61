using System;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace NaccsCert.TestSupport.Certificates;

/// <summary>A CA of a test's own, as the one of the same name for .NET, with what Mono has.</summary>
internal sealed class TestAuthority : IDisposable
{
    public const string ClientCA = "NACCS Client CA";

    private const string Algorithm = "SHA256WITHRSA";

    private static readonly SecureRandom Chance = new();

    private readonly AsymmetricCipherKeyPair _key = NewKey();
    private readonly string _name;

    public TestAuthority(string name)
    {
        _name = "CN=" + name;
        Certificate = Sign(new CertificateMaker(
            _name, _key.Public, NewSerial(), DateTimeOffset.UtcNow.AddYears(-10), DateTimeOffset.UtcNow.AddYears(20)).AsAuthority());
    }

    /// <summary>The root.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A DER PKCS#10 request for a new key.</summary>
    public static byte[] NewRequest()
    {
        AsymmetricCipherKeyPair key = NewKey();
        return new Pkcs10CertificationRequest(
            Algorithm, new Org.BouncyCastle.Asn1.X509.X509Name("CN=any"), key.Public, null, key.Private).GetDerEncoded();
    }

    /// <summary>The public key of a DER PKCS#10 request.</summary>
    public static AsymmetricKeyParameter KeyOf(byte[] certificationRequest) =>
        new Pkcs10CertificationRequest(certificationRequest).GetPublicKey();

    /// <summary>Issues a client certificate.</summary>
    public X509Certificate2 Issue(AsymmetricKeyParameter key, ClientProfile? profile = null)
    {
        ClientProfile wanted = profile ?? new ClientProfile();
        var maker = new CertificateMaker($"CN={wanted.Terminal}", key, NewSerial(), wanted.NotBefore, wanted.NotAfter);
        if (wanted.Usage is { } usage)
        {
            maker.For(usage);
        }

        if (wanted.RevocationList is { } address)
        {
            maker.ListedAt(address.AbsoluteUri);
        }

        if (wanted.Responder is { } responder)
        {
            maker.AnsweredAt(responder.AbsoluteUri);
        }

        return Sign(maker);
    }

    /// <summary>Issues a client certificate for a new key, which is not joined to it.</summary>
    public X509Certificate2 IssueWithKey(ClientProfile? profile = null) => Issue(NewKey().Public, profile);

    /// <summary>Signs OCSP responses (RFC 6960, section 4.2.2.2) itself.</summary>
    public OcspSigner AsResponder() => new(
        PkcsObjectIdentifiers.Sha256WithRsaEncryption.Id,
        content =>
        {
            ISigner signer = SignerUtilities.InitSigner(Algorithm, true, _key.Private, Chance);
            signer.BlockUpdate(content, 0, content.Length);
            return signer.GenerateSignature();
        });

    /// <summary>Signs a revocation list (RFC 5280, section 5) that is current until <paramref name="nextUpdate"/>.</summary>
    public byte[] SignRevocationList(DateTimeOffset nextUpdate, params X509Certificate2[] revoked) =>
        RevocationListMaker.Sign(_name, Algorithm, _key.Private, nextUpdate.AddDays(-7), nextUpdate, revoked);

    public void Dispose() => Certificate.Dispose();

    private static AsymmetricCipherKeyPair NewKey()
    {
        var generator = new RsaKeyPairGenerator();
        generator.Init(new KeyGenerationParameters(Chance, 2048));
        return generator.GenerateKeyPair();
    }

    private static BigInteger NewSerial() => new(126, Chance);

    private X509Certificate2 Sign(CertificateMaker maker) => maker.Sign(_name, Algorithm, _key.Private);
}
