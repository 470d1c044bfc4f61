using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Scep;

/// <summary>The registration authority that reads and signs messages in the CA's place (RFC 8894 section 2.1.3).</summary>
internal static class RegistrationAuthority
{
    // id-kp-cmcRA (RFC 6402 section 2.10), which no client certificate has.
    private const string RegistrationAuthorityUsage = "1.3.6.1.5.5.7.3.28";

    /// <summary>The certificate with its key, made at the first start. The caller disposes of it.</summary>
    public static X509Certificate2 LoadOrCreate(DataFolder folder, X509Certificate2 issuer) =>
        CertificatePem.Load(folder.RegistrationAuthorityFile) ?? Create(folder, issuer);

    private static X509Certificate2 Create(DataFolder folder, X509Certificate2 issuer)
    {
        using RSA key = ClientHierarchy.NewKey();
        CertificateRequest request = ClientHierarchy.Request(
            DistinguishedNames.Of([(DistinguishedNames.Organization, DistinguishedNames.Sandbox)], [(DistinguishedNames.CommonName, "NACCS Client RA")]),
            key);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(RegistrationAuthorityUsage)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        CertificatePeriod period = CertificatePeriod.Of(issuer);
        using X509Certificate2 certificate = request.Create(issuer, period.NotBefore, period.NotAfter, SerialNumber.Next());
        CertificatePem.Save(folder.RegistrationAuthorityFile, certificate, key);
        return certificate.CopyWithPrivateKey(key);
    }
}
