using System.Collections.Generic;
using System.Linq;
using NaccsCert.Keys;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;

namespace NaccsCert.Validation.Installed;

/// <summary>Takes certificates and their keys away for good.</summary>
public static class CertificateRemover
{
    /// <summary>Removes a certificate from its store, and destroys its key.</summary>
    /// <param name="store">The store that holds it.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="definition">The service, whose other certificates may stand in.</param>
    /// <param name="clock">The moment for which they are judged.</param>
    /// <param name="force">Whether even the only usable certificate of a terminal may go.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.LastUsableCertificate"/>, <see cref="ErrorId.StoreUnavailable"/> or
    /// <see cref="ErrorId.KeyRemovalFailed"/>.
    /// </exception>
    public static void Remove(
        ICertificateStore store, StoredCertificate certificate, ServiceDefinition definition, IClock clock, bool force)
    {
        if (!force && IsUsable(certificate.Record) && !IsReplaceable(store, certificate.Record, definition, clock))
        {
            throw new NaccsException(
                ErrorId.LastUsableCertificate, certificate.Record.Thumbprint, certificate.Record.Terminal);
        }

        // Opened before its certificate goes: afterwards nothing would lead to the key.
        using InstalledKey? key = InstalledKey.Open(certificate.Handle);
        store.Remove(certificate.Handle);
        key?.Destroy();
    }

    private static bool IsReplaceable(
        ICertificateStore store, NaccsCertificate certificate, ServiceDefinition definition, IClock clock)
    {
        IReadOnlyList<StoredCertificate> all = CertificateInventory.List(store, definition, clock);
        bool replaceable = all.Select(other => other.Record).Any(other =>
            other.Thumbprint != certificate.Thumbprint && other.Terminal == certificate.Terminal && IsUsable(other));
        foreach (StoredCertificate other in all)
        {
            other.Dispose();
        }

        return replaceable;
    }

    private static bool IsUsable(NaccsCertificate record) =>
        record.Status is CertificateStatus.Valid or CertificateStatus.RenewalDue;
}
