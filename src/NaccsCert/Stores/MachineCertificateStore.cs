using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Stores;

/// <summary>A store of the computer. Everybody may read it; to change it takes an administrator.</summary>
/// <param name="name">The store's name, for example <c>Root</c>.</param>
internal sealed class MachineCertificateStore(string name) : ICertificateStore
{
    private readonly PlatformStore _store = new(name, StoreLocation.LocalMachine, ErrorId.MachineStoreUnavailable);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public DisposableList<X509Certificate2> Read() =>
        _store.Use(OpenFlags.ReadOnly, store => new DisposableList<X509Certificate2>(store.Certificates.Cast<X509Certificate2>()));

    /// <inheritdoc/>
    public void ProveWritable() => _store.Change(_ => { });

    /// <inheritdoc/>
    public void Add(X509Certificate2 certificate) => _store.Change(store => store.Add(certificate));

    /// <inheritdoc/>
    public void Remove(X509Certificate2 certificate) => _store.Change(store => store.Remove(certificate));
}
