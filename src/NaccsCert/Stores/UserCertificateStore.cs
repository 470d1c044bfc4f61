using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Diagnostics;
using NaccsCert.Resources;

namespace NaccsCert.Stores;

/// <summary>A store of the current user, as the platform keeps it (manual 7: 個人, which is <c>My</c>).</summary>
/// <param name="name">The store's name, for example <c>My</c>, <c>CA</c> or <c>Root</c>.</param>
/// <param name="marks">Which of its certificates are archived.</param>
internal sealed class UserCertificateStore(string name, IArchiveMarks marks) : IUserCertificateStore
{
    private readonly PlatformStore _store = new(name, StoreLocation.CurrentUser, ErrorId.StoreUnavailable);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public DisposableList<X509Certificate2> Read() => ReadAll().Keep(certificate => !IsArchived(certificate));

    /// <inheritdoc/>
    public DisposableList<X509Certificate2> ReadAll() =>
        _store.Use(
            OpenFlags.ReadOnly | OpenFlags.IncludeArchived, store =>
            {
                StoreFiles.Check(name);
                return new DisposableList<X509Certificate2>(store.Certificates.Cast<X509Certificate2>());
            });

    /// <inheritdoc/>
    public bool IsArchived(X509Certificate2 certificate) => marks.IsArchived(name, certificate);

    /// <inheritdoc/>
    public void SetArchived(X509Certificate2 certificate, bool isArchived)
    {
        _store.Change(store =>
        {
            using var stored = new DisposableList<X509Certificate2>(store.Certificates.Cast<X509Certificate2>());
            if (stored.FirstOrDefault(other => other.RawData.SequenceEqual(certificate.RawData)) is { } found)
            {
                marks.Set(name, found, isArchived);
            }
        });

        // Read anew: what holds for one handle need not have reached the store.
        using DisposableList<X509Certificate2> after = ReadAll();
        if (!after.Any(other => other.RawData.SequenceEqual(certificate.RawData) && IsArchived(other) == isArchived))
        {
            throw new NaccsException(ErrorId.StoreUnavailable, name, Strings.Format(StringId.ArchivingNotKept, certificate.Thumbprint));
        }
    }

    /// <inheritdoc/>
    public void ProveWritable() => _store.Change(_ => StoreFiles.ProveWritable(name));

    /// <inheritdoc/>
    public void Add(X509Certificate2 certificate)
    {
        try
        {
            AddOnce(certificate);
        }
        catch (NaccsException)
        {
            // Another process may have been faster with the same certificate: an intermediate or a root, which all need alike.
            if (!Holds(certificate))
            {
                throw;
            }

            NaccsCertEventSource.Log.CertificateAdded(name, certificate.Thumbprint);
        }
    }

    /// <inheritdoc/>
    public void Remove(X509Certificate2 certificate) =>
        _store.Change(store =>
        {
            marks.Forget(name, certificate);
            store.Remove(certificate);
        });

    private bool Holds(X509Certificate2 certificate)
    {
        using DisposableList<X509Certificate2> stored = Read();
        return !certificate.HasPrivateKey && stored.Any(other => other.RawData.SequenceEqual(certificate.RawData));
    }

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
