using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Shims;
using NaccsCert.Tracing;

namespace NaccsCert.Stores;

/// <summary>A store of the current user, as the platform keeps it (manual 7: 個人, which is <c>My</c>).</summary>
/// <param name="name">The store's name, for example <c>My</c>, <c>CA</c> or <c>Root</c>.</param>
public sealed class UserCertificateStore(string name) : ICertificateStore
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<X509Certificate2> Read() =>
        Use<IReadOnlyList<X509Certificate2>>(
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

    private bool Holds(X509Certificate2 certificate) =>
        !certificate.HasPrivateKey && Read().Any(stored => stored.RawData.SequenceEqual(certificate.RawData));

    private void AddOnce(X509Certificate2 certificate) =>
        Use<object?>(OpenFlags.ReadWrite, store =>
        {
            NaccsCertEventSource.Log.CertificateAdding(name, certificate.Thumbprint);
            StoreFiles.RemoveTorn(name, certificate.Thumbprint);
            store.Add(certificate);
            StoreFiles.Flush(name, certificate.Thumbprint);
            NaccsCertEventSource.Log.CertificateAdded(name, certificate.Thumbprint);
            return null;
        });

    /// <inheritdoc/>
    public void Remove(X509Certificate2 certificate) =>
        Use<object?>(OpenFlags.ReadWrite, store =>
        {
            store.Remove(certificate);
            return null;
        });

    private T Use<T>(OpenFlags flags, Func<X509Store, T> action)
    {
        try
        {
            using var store = new X509Store(name, StoreLocation.CurrentUser);
            store.Open(flags);
            return action(store);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.StoreUnavailable, "CurrentUser/" + name, exception, exception.Message);
        }
    }
}
