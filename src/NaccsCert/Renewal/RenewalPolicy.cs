using System;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Renewal;

/// <summary>Decides when a certificate is renewed (manual 1.2). The moment is computed anew each time; nothing can shift it.</summary>
internal static class RenewalPolicy
{
    /// <summary>Whether a certificate is to be renewed now.</summary>
    /// <param name="certificate">The certificate as it is listed.</param>
    /// <param name="force">Whether the service is to be asked before its window opens, or for a certificate of unverified origin.</param>
    /// <returns>The result that says why not; null when it is to be renewed.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CertificateExpired"/> or <see cref="ErrorId.CertificateKeyUnusable"/>: renewal is impossible;
    /// <see cref="ErrorId.CertificateUnverified"/>: it is not done without force.
    /// </exception>
    public static EnrollmentResult? Evaluate(NaccsCertificate certificate, bool force)
    {
        switch (certificate.Status)
        {
            case CertificateStatus.Expired:
                throw new NaccsException(
                    ErrorId.CertificateExpired, certificate.Thumbprint, LocalTime.Text(certificate.NotAfter));
            case CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable:
                throw new NaccsException(ErrorId.CertificateKeyUnusable, certificate.Thumbprint, certificate.Reason);
            case CertificateStatus.Unverified when !force:
                throw new NaccsException(ErrorId.CertificateUnverified, certificate.Thumbprint, certificate.Reason);
            case CertificateStatus.Unverified when certificate.KeyProvider.Length == 0:
                throw new NaccsException(ErrorId.CertificateKeyUnusable, certificate.Thumbprint, certificate.Reason);
            case CertificateStatus.Valid when !force:
                return NotDue(
                    certificate,
                    Strings.Format(StringId.NotDue, LocalTime.Text(certificate.RenewalOpens)),
                    certificate.RenewalOpens);
            case CertificateStatus.NotYetValid:
                return NotDue(certificate, certificate.Reason, certificate.NotBefore);
            case CertificateStatus.Superseded:
                return NotDue(certificate, certificate.Reason, null);
            default:
                return null;
        }
    }

    private static EnrollmentResult NotDue(NaccsCertificate certificate, string reason, DateTimeOffset? nextAttempt) =>
        UnchangedCertificate.Result(certificate, EnrollmentOperation.Reenroll, EnrollmentStatus.NotDue, reason, nextAttempt);
}
