using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Keys;
using NaccsCert.Messages;
using NaccsCert.Stores;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>Removes certificates and destroys their keys.</summary>
/// <param name="stores">Opens a store of the user by name.</param>
/// <param name="histories">What this user's enrollments have proven.</param>
internal sealed class CertificateRemover(Func<string, ICertificateStore> stores, EnrollmentHistoryFile histories)
{
    /// <summary>Removes a certificate from its store, and destroys its key.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="installed">All certificates of the service in that store.</param>
    /// <param name="force">Whether even the only usable certificate of a terminal may go.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.LastUsableCertificate"/>, <see cref="ErrorId.StoreUnavailable"/> or
    /// <see cref="ErrorId.KeyRemovalFailed"/>.
    /// </exception>
    public void Remove(StoredCertificate certificate, InstalledCertificates installed, bool force)
    {
        if (!force && certificate.IsUsable && !HasSubstitute(certificate, installed))
        {
            throw new NaccsException(
                ErrorId.LastUsableCertificate, certificate.Record.Thumbprint, certificate.Record.Terminal);
        }

        // Opened before its certificate goes: afterwards nothing would lead to the key.
        using InstalledKey? key = InstalledKey.Open(certificate.Handle);
        stores(certificate.Record.StoreName).Remove(certificate.Handle);
        key?.Destroy();
        Forget(certificate);
    }

    // What only bears the name of the issuer never makes another one safe to remove, nor does what browsers do not offer.
    private static bool HasSubstitute(StoredCertificate certificate, InstalledCertificates installed) =>
        installed.Certificates.Any(other =>
            other.Facts.Sha256 != certificate.Facts.Sha256
            && other.Terminal == certificate.Terminal
            && other.Facts.Origin.IsVerified
            && !other.Record.Archived
            && other.IsUsable);

    // The intermediates that enrollments brought go with the last certificate that needs them.
    private void Forget(StoredCertificate certificate)
    {
        string service = certificate.Record.Service;
        EnrollmentHistory before = histories.Read(service);
        if (!before.Holds(certificate.Facts.Sha256))
        {
            return;
        }

        EnrollmentHistory after = before.Without(certificate.Facts.Sha256);
        histories.Write(service, after);
        foreach (byte[] der in before.Authorities.Where(der => !after.Authorities.Contains(der)))
        {
            using X509Certificate2 authority = Certificates.Load(der);
            if (!ChainValidator.SelfIssued(authority))
            {
                stores("CA").Remove(authority);
            }
        }
    }
}
