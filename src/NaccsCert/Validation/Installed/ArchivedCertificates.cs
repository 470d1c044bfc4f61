namespace NaccsCert.Validation.Installed;

/// <summary>What archived certificates are to those who look at certificates.</summary>
internal static class ArchivedCertificates
{
    /// <summary>
    /// Whether a certificate is left out where archived ones are not asked for. One that can be used, and that nothing has replaced,
    /// never is: a terminal might stand still for it.
    /// </summary>
    public static bool AreLeftOut(NaccsCertificate certificate) =>
        certificate.Archived && certificate.Status is not (CertificateStatus.Valid or CertificateStatus.RenewalDue);
}
