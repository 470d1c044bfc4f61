using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>What both roots of the sandbox have in common.</summary>
internal static class CaCertificate
{
    public static X509Certificate2 SelfSign(CertificateRequest request, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(notBefore, notAfter);
    }
}
