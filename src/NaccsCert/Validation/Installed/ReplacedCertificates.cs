using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>
/// Decides which certificates a renewal has replaced for good. Names and dates prove nothing here: the module itself must have seen
/// one renewed into the other, and what came of it must be in the same store, verified, valid now, with a key that signs, and not
/// archived itself.
/// </summary>
/// <param name="installed">All certificates of the service in a store.</param>
/// <param name="history">What this user's enrollments at the service have proven.</param>
/// <param name="now">The present moment.</param>
internal sealed class ReplacedCertificates(InstalledCertificates installed, EnrollmentHistory history, DateTimeOffset now)
{
    /// <summary>The certificates that their renewals have left to be archived, those included that are archived by now.</summary>
    public IReadOnlyList<StoredCertificate> ToArchive() =>
    [
        .. installed.Certificates.Where(certificate =>
            IsReplaced(certificate) && RenewalsOf(certificate).Any(renewal => renewal.ArchivesPrevious)),
    ];

    /// <summary>
    /// The archived certificates whose renewal lies so far back that they may be removed. What is not archived stays: somebody has
    /// brought it back, or wanted to keep it in use.
    /// </summary>
    /// <param name="days">How many days after the renewal.</param>
    public IReadOnlyList<StoredCertificate> ToRemove(int days) =>
    [
        .. installed.Certificates.Where(certificate => certificate.Record.Archived
            && IsReplaced(certificate)
            && RenewalsOf(certificate).All(renewal => renewal.Enrolled.AddDays(days) <= now)),
    ];

    private IEnumerable<EnrolledCertificate> RenewalsOf(StoredCertificate certificate) =>
        history.Certificates.Where(enrolled => enrolled.PreviousSha256 == certificate.Facts.Sha256);

    private bool IsReplaced(StoredCertificate certificate)
    {
        if (certificate.Record.Status != CertificateStatus.Superseded)
        {
            return false;
        }

        IReadOnlyCollection<string> renewed = history.RenewedFrom(certificate.Facts.Sha256);
        return installed.Certificates.Any(other => renewed.Contains(other.Facts.Sha256)
            && other.Facts.Origin.IsVerified
            && other.Facts.IsUsable(now)
            && !other.Record.Archived);
    }
}
