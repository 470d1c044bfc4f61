using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Stores;

/// <summary>Knows which certificates are archived.</summary>
internal interface IArchiveMarks
{
    /// <summary>Whether a certificate of a store is archived.</summary>
    /// <param name="storeName">The store.</param>
    /// <param name="certificate">The certificate, as it was read from the store.</param>
    bool IsArchived(string storeName, X509Certificate2 certificate);

    /// <summary>Archives a certificate of a store, or ends that.</summary>
    /// <param name="storeName">The store.</param>
    /// <param name="certificate">The certificate, as it was read from the store, which is open to be changed.</param>
    /// <param name="isArchived">Whether it is to be archived.</param>
    void Set(string storeName, X509Certificate2 certificate, bool isArchived);

    /// <summary>Forgets a certificate that is about to leave its store: one that is put in again is in use again.</summary>
    /// <param name="storeName">The store.</param>
    /// <param name="certificate">The certificate.</param>
    void Forget(string storeName, X509Certificate2 certificate);
}
