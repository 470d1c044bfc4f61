using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Stores;

/// <summary>A store of certificates of the signed-in user.</summary>
/// <remarks>Of a name that no store can have, each member throws <see cref="ErrorId.StoreNameInvalid"/>.</remarks>
internal interface ICertificateStore
{
    /// <summary>Its name, for example <c>My</c>.</summary>
    string Name { get; }

    /// <summary>Reads every certificate.</summary>
    /// <returns>The certificates, with handles to their keys; the caller disposes of the list.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    DisposableList<X509Certificate2> Read();

    /// <summary>Proves that the store takes certificates, without leaving anything in it.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    void ProveWritable();

    /// <summary>Puts a certificate in, with its key where it is joined to one; does nothing when it is in already.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    void Add(X509Certificate2 certificate);

    /// <summary>Takes a certificate out; does nothing when it is not in.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    void Remove(X509Certificate2 certificate);
}
