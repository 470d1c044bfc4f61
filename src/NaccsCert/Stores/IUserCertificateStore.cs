using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Stores;

/// <summary>
/// A store of the signed-in user whose certificates can be archived: they stay with their keys, and programs no longer offer them
/// (CERT_ARCHIVED_PROP_ID).
/// </summary>
internal interface IUserCertificateStore : ICertificateStore
{
    /// <summary>Reads every certificate, also those that are archived.</summary>
    /// <returns>The certificates, with handles to their keys; the caller disposes of the list.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    DisposableList<X509Certificate2> ReadAll();

    /// <summary>Whether a certificate that was read from the store is archived.</summary>
    /// <param name="certificate">The certificate.</param>
    bool IsArchived(X509Certificate2 certificate);

    /// <summary>Archives a certificate, or ends that, and proves it by reading it again.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="isArchived">Whether it is to be archived.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>, also where the store does not keep it.</exception>
    void SetArchived(X509Certificate2 certificate, bool isArchived);
}
