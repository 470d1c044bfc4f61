using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>When a certificate begins and ends, in whole seconds.</summary>
internal readonly record struct CertificatePeriod(DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public static CertificatePeriod Of(X509Certificate2 certificate) =>
        new(certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
}
