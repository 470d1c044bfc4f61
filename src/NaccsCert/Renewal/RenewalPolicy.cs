using System;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>When a certificate is renewed (manual 1.2). The moment is computed anew each time; nothing can shift it.</summary>
public static class RenewalPolicy
{
    /// <summary>Whether a certificate is to be renewed now.</summary>
    /// <param name="certificate">The certificate as it is listed.</param>
    /// <param name="force">Whether the service is to be asked before its window opens.</param>
    /// <returns>The result that says why not; null when it is to be renewed.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CertificateExpired"/> or <see cref="ErrorId.CertificateKeyUnusable"/>: renewal is impossible.
    /// </exception>
    public static EnrollmentResult? Refuse(NaccsCertificate certificate, bool force) => certificate.Status switch
    {
        CertificateStatus.Expired => throw new NaccsException(
            ErrorId.CertificateExpired, certificate.Thumbprint, LocalTime.Text(certificate.NotAfter)),
        CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable => throw new NaccsException(
            ErrorId.CertificateKeyUnusable, certificate.Thumbprint, certificate.Reason),
        CertificateStatus.Valid when !force => NotDue(
            certificate,
            Strings.Format(StringId.NotDue, LocalTime.Text(certificate.RenewalOpens)),
            certificate.RenewalOpens),
        CertificateStatus.NotYetValid => NotDue(certificate, certificate.Reason, certificate.NotBefore),
        CertificateStatus.Superseded => NotDue(certificate, certificate.Reason, null),
        _ => null,
    };

    private static EnrollmentResult NotDue(NaccsCertificate certificate, string reason, DateTimeOffset? nextAttempt) => new()
    {
        Status = EnrollmentStatus.NotDue,
        Operation = EnrollmentOperation.Reenroll,
        Service = certificate.Service,
        Terminal = certificate.Terminal,
        Reason = reason,
        Changed = false,
        Thumbprint = certificate.Thumbprint,
        NotBefore = certificate.NotBefore,
        NotAfter = certificate.NotAfter,
        RenewalOpens = certificate.RenewalOpens,
        NextAttempt = nextAttempt,
    };
}
