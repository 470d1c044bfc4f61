using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Diagnostics;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>Archives the certificates that renewals have replaced: they stay with their keys, and browsers offer the new ones alone.</summary>
/// <param name="stores">Opens a store of the user by name.</param>
/// <param name="histories">What this user's enrollments have proven.</param>
/// <param name="clock">The present moment.</param>
internal sealed class CertificateArchive(
    Func<string, IUserCertificateStore> stores, EnrollmentHistoryFile histories, IClock clock)
{
    /// <summary>
    /// Archives what renewals have left to be archived and have proven to be replaced. What cannot be archived is left for a later
    /// run. To be called under the lock of the service.
    /// </summary>
    /// <param name="storeName">The store.</param>
    /// <param name="definition">The service.</param>
    /// <returns>The thumbprints of what is archived now.</returns>
    /// <exception cref="NaccsException">Store or history cannot be read or written.</exception>
    public IReadOnlyCollection<string> ArchiveReplaced(string storeName, ServiceDefinition definition)
    {
        EnrollmentHistory history = histories.Read(definition.Name);
        if (!history.Certificates.Any(enrolled => enrolled.ArchivesPrevious))
        {
            return [];
        }

        using InstalledCertificates installed = new CertificateInventory(stores, histories, clock).List(storeName, definition);
        StoredCertificate[] archived =
        [
            .. new ReplacedCertificates(installed, history, clock.UtcNow).ToArchive()
                .Where(certificate => TryArchive(stores(storeName), certificate)),
        ];
        if (archived.Length > 0)
        {
            string[] done = [.. archived.Select(certificate => certificate.Facts.Sha256)];
            histories.Write(definition.Name, history.AfterArchiving(done));
        }

        return [.. archived.Select(certificate => certificate.Record.Thumbprint)];
    }

    private static bool TryArchive(IUserCertificateStore store, StoredCertificate certificate)
    {
        try
        {
            store.SetArchived(certificate.Handle, isArchived: true);
            NaccsCertEventSource.Log.CertificateArchived(store.Name, certificate.Record.Thumbprint);
            return true;
        }
        catch (NaccsException error)
        {
            NaccsCertEventSource.Log.CertificateNotArchived(certificate.Record.Thumbprint, error.Message);
            return false;
        }
    }
}
