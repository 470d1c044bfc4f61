using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Stores;

/// <summary>A store of the computer. Everybody may read it; to change it takes an administrator.</summary>
/// <param name="name">The store's name, for example <c>Root</c>.</param>
public sealed class MachineCertificateStore(string name) : ICertificateStore
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<X509Certificate2> Read() =>
        Use<IReadOnlyList<X509Certificate2>>(OpenFlags.ReadOnly, store => [.. store.Certificates.Cast<X509Certificate2>()]);

    /// <inheritdoc/>
    public void Add(X509Certificate2 certificate) => Change(store => store.Add(certificate));

    /// <inheritdoc/>
    public void Remove(X509Certificate2 certificate) => Change(store => store.Remove(certificate));

    private void Change(Action<X509Store> change) => Use<object?>(OpenFlags.ReadWrite, store =>
    {
        change(store);
        return null;
    });

    private T Use<T>(OpenFlags flags, Func<X509Store, T> action)
    {
        try
        {
            using var store = new X509Store(name, StoreLocation.LocalMachine);
            store.Open(flags);
            return action(store);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException
            or PlatformNotSupportedException)
        {
            throw new NaccsException(ErrorId.MachineStoreUnavailable, "LocalMachine/" + name, exception, exception.Message);
        }
    }
}
