using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>What all CAs of the sandbox have in common.</summary>
internal static class CaCertificate
{
    /// <summary>A root.</summary>
    /// <param name="request">Its name and key.</param>
    /// <param name="period">Its dates.</param>
    /// <param name="pathLength">How many CAs may stand below it.</param>
    public static X509Certificate2 SelfSign(CertificateRequest request, CertificatePeriod period, int pathLength = 0)
    {
        AddExtensions(request, pathLength);
        return request.CreateSelfSigned(period.NotBefore, period.NotAfter);
    }

    /// <summary>A certificate for a CA from another.</summary>
    /// <param name="subject">The name and key of the CA that is certified.</param>
    /// <param name="issuer">The CA that certifies it, with its key.</param>
    /// <param name="pathLength">How many CAs may stand below it.</param>
    public static X509Certificate2 Certify(CertificateRequest subject, X509Certificate2 issuer, int pathLength)
    {
        AddExtensions(subject, pathLength);
        subject.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        CertificatePeriod period = CertificatePeriod.Of(issuer);
        return subject.Create(issuer.SubjectName, Generator(issuer), period.NotBefore, period.NotAfter, SerialNumber.Next());
    }

    /// <summary>How many CAs may stand below this one.</summary>
    public static int PathLength(X509Certificate2 certificate)
    {
        foreach (X509Extension extension in certificate.Extensions)
        {
            if (extension is X509BasicConstraintsExtension { HasPathLengthConstraint: true } constraints)
            {
                return constraints.PathLengthConstraint;
            }
        }

        return 0;
    }

    private static void AddExtensions(CertificateRequest request, int pathLength)
    {
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLength));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
    }

    private static X509SignatureGenerator Generator(X509Certificate2 issuer) =>
        issuer.GetECDsaPrivateKey() is { } ecdsa
            ? X509SignatureGenerator.CreateForECDsa(ecdsa)
            : X509SignatureGenerator.CreateForRSA(issuer.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
}
