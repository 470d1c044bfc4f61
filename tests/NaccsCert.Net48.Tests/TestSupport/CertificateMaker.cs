using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Extension;

namespace NaccsCert.TestSupport.Certificates;

/// <summary>What a certificate says, signed by BouncyCastle: Mono has a CertificateRequest that throws, and no elliptic keys.</summary>
/// <param name="Subject">The distinguished name of the subject.</param>
/// <param name="Key">The public key.</param>
/// <param name="Serial">The serial number.</param>
/// <param name="NotBefore">The beginning of the validity.</param>
/// <param name="NotAfter">The end of the validity.</param>
internal sealed record CertificateMaker(
    string Subject, AsymmetricKeyParameter Key, BigInteger Serial, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    private readonly List<(DerObjectIdentifier Type, bool IsCritical, Asn1Encodable Value)> _extensions = [];

    /// <summary>Adds an extension.</summary>
    public CertificateMaker With(DerObjectIdentifier type, Asn1Encodable value, bool isCritical = false)
    {
        _extensions.Add((type, isCritical, value));
        return this;
    }

    /// <summary>Adds what makes a certificate that of an authority.</summary>
    public CertificateMaker AsAuthority() => With(X509Extensions.BasicConstraints, new BasicConstraints(cA: true), isCritical: true)
        .With(X509Extensions.KeyUsage, new KeyUsage(KeyUsage.KeyCertSign | KeyUsage.CrlSign), isCritical: true)
        .With(X509Extensions.SubjectKeyIdentifier, X509ExtensionUtilities.CreateSubjectKeyIdentifier(SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(Key)));

    /// <summary>Adds the extended key usage.</summary>
    public CertificateMaker For(string usage) =>
        With(X509Extensions.ExtendedKeyUsage, ExtendedKeyUsage.GetInstance(new DerSequence(new DerObjectIdentifier(usage))));

    /// <summary>Adds the address of the revocation list.</summary>
    public CertificateMaker ListedAt(string address) => With(
        X509Extensions.CrlDistributionPoints,
        new CrlDistPoint([new DistributionPoint(new DistributionPointName(new GeneralNames(Uri(address))), null, null)]));

    /// <summary>Adds the address of the OCSP responder.</summary>
    public CertificateMaker AnsweredAt(string address) => With(
        X509Extensions.AuthorityInfoAccess,
        new AuthorityInformationAccess(new AccessDescription(AccessDescription.IdADOcsp, Uri(address))));

    /// <summary>Signs.</summary>
    /// <param name="issuer">The distinguished name of the issuer.</param>
    /// <param name="algorithm">The signature algorithm.</param>
    /// <param name="key">The issuer's key.</param>
    public X509Certificate2 Sign(string issuer, string algorithm, AsymmetricKeyParameter key)
    {
        var generator = new X509V3CertificateGenerator();
        generator.SetSubjectDN(new X509Name(Subject));
        generator.SetIssuerDN(new X509Name(issuer));
        generator.SetPublicKey(Key);
        generator.SetSerialNumber(Serial);
        generator.SetNotBefore(NotBefore.UtcDateTime);
        generator.SetNotAfter(NotAfter.UtcDateTime);
        foreach ((DerObjectIdentifier type, bool isCritical, Asn1Encodable value) in _extensions)
        {
            generator.AddExtension(type, isCritical, value);
        }

        return new X509Certificate2(generator.Generate(new Asn1SignatureFactory(algorithm, key)).GetEncoded());
    }

    private static GeneralName Uri(string address) => new(GeneralName.UniformResourceIdentifier, address);
}
