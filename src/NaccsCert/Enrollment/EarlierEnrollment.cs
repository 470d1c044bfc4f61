using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Enrollment;

/// <summary>
/// Finds the certificate that the same codes have given this user before, so that a list of codes can be run again: a service takes
/// codes only once.
/// </summary>
/// <remarks>
/// The history keeps no more of codes than the journal does (<see cref="AuthenticationCodes.Fingerprint"/>): sixteen bits with a salt
/// of their own. However many codes somebody tries, that many are too few to tell the right ones; of 65,536 other sets of codes, one is taken
/// for these, and then the force of the user sends it.
/// </remarks>
internal static class EarlierEnrollment
{
    /// <summary>Looks for the certificate; to be called under the lock of the service.</summary>
    /// <param name="context">The enrollment.</param>
    /// <returns>The result that names it; null when the codes are to be sent.</returns>
    /// <exception cref="NaccsException">Store or history cannot be read.</exception>
    public static EnrollmentResult? Find(EnrollmentContext context)
    {
        if (context.Task is not { Codes: { } codes, Options: { Force: false } options })
        {
            return null;
        }

        IReadOnlyCollection<string> given = context.Services.Histories.Read(context.Definition.Name).GivenFor(codes.Fingerprint);
        if (given.Count == 0)
        {
            return null;
        }

        var inventory = new CertificateInventory(context.Services.Stores, context.Services.Histories, context.Services.Clock);
        using InstalledCertificates installed = inventory.List(options.StoreName, context.Definition);
        StoredCertificate? certificate = installed.Certificates
            .FirstOrDefault(candidate => given.Contains(candidate.Facts.Sha256) && Works(candidate));
        return certificate is null ? null : Result(certificate.Record);
    }

    private static bool Works(StoredCertificate certificate) =>
        certificate.IsUsable || certificate.Record.Status == CertificateStatus.NotYetValid;

    private static EnrollmentResult Result(NaccsCertificate certificate)
    {
        EnrollmentResult unchanged = UnchangedCertificate.Result(
            certificate,
            EnrollmentOperation.Enroll,
            EnrollmentStatus.AlreadyEnrolled,
            Strings.Format(StringId.AlreadyEnrolled, LocalTime.Text(certificate.NotAfter)),
            certificate.RenewalOpens);
        return unchanged with { CodeUse = CodeUse.Used };
    }
}
