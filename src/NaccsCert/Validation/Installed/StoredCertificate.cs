using System;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Validation.Installed;

/// <summary>A certificate of the service in a store: the record that is shown, and the handle that works.</summary>
/// <param name="Record">What is shown.</param>
/// <param name="Facts">What was found out.</param>
/// <param name="Terminal">The group of certificates that are of the same terminal.</param>
/// <param name="Handle">The certificate with its key.</param>
internal sealed record StoredCertificate(NaccsCertificate Record, CertificateFacts Facts, string Terminal, X509Certificate2 Handle)
    : IDisposable
{
    /// <summary>Whether one can work with it, as far as is known: the last of a terminal is not removed without force.</summary>
    public bool IsUsable => Record.Status is CertificateStatus.Valid or CertificateStatus.RenewalDue
        || (Record.Status == CertificateStatus.Unverified && Facts.KeySigns);

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
