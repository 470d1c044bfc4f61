using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Diagnostics;

namespace NaccsCert.Stores;

/// <summary>A store of the current user, as the platform keeps it (manual 7: 個人, which is <c>My</c>).</summary>
/// <param name="name">The store's name, for example <c>My</c>, <c>CA</c> or <c>Root</c>.</param>
public sealed class UserCertificateStore(string name) : ICertificateStore
{
    private readonly PlatformStore _store = new(name, StoreLocation.CurrentUser, ErrorId.StoreUnavailable);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<X509Certificate2> Read() =>
        _store.Use<IReadOnlyList<X509Certificate2>>(
            OpenFlags.ReadOnly, store =>
            {
                StoreFiles.Check(name);
                return [.. store.Certificates.Cast<X509Certificate2>()];
            });

    /// <inheritdoc/>
    public void Add(X509Certificate2 certificate)
    {
        try
        {
            AddOnce(certificate);
        }
        catch (NaccsException) when (Holds(certificate))
        {
            // Another process was faster with the same certificate: an intermediate or a root, of which all need the same.
            NaccsCertEventSource.Log.CertificateAdded(name, certificate.Thumbprint);
        }
    }

    /// <inheritdoc/>
    public void Remove(X509Certificate2 certificate) =>
        _store.Change(store => store.Remove(certificate));

    private bool Holds(X509Certificate2 certificate) =>
        !certificate.HasPrivateKey && Read().Any(stored => stored.RawData.SequenceEqual(certificate.RawData));

    private void AddOnce(X509Certificate2 certificate) =>
        _store.Change(store =>
        {
            NaccsCertEventSource.Log.CertificateAdding(name, certificate.Thumbprint);
            StoreFiles.RemoveTorn(name, certificate.Thumbprint);
            store.Add(certificate);
            StoreFiles.Flush(name, certificate.Thumbprint);
            NaccsCertEventSource.Log.CertificateAdded(name, certificate.Thumbprint);
        });
}
