using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>The extensions of a client certificate (RFC 5280 section 4.2).</summary>
internal static class ClientExtensions
{
    public static IEnumerable<X509Extension> For(CertificateOrder order, X509Certificate2 issuer)
    {
        yield return X509BasicConstraintsExtension.CreateForEndEntity(critical: true);
        yield return new X509KeyUsageExtension(Usage(order.PublicKey), critical: true);
        yield return new X509EnhancedKeyUsageExtension([new Oid(ObjectIdentifiers.ClientAuthentication)], critical: false);
        yield return new X509SubjectKeyIdentifierExtension(order.PublicKey, critical: false);
        yield return X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);
        yield return CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([order.Revocation.List.AbsoluteUri]);
        yield return new X509AuthorityInformationAccessExtension([order.Revocation.Responder.AbsoluteUri], null);
        if (order.Name.AlternativeNameExtension is { } alternativeName)
        {
            yield return alternativeName;
        }
    }

    private static X509KeyUsageFlags Usage(PublicKey publicKey) =>
        publicKey.Oid.Value == ObjectIdentifiers.RsaEncryption
            ? X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment
            : X509KeyUsageFlags.DigitalSignature;
}
