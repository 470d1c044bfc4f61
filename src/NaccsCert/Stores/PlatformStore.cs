using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.IO;

namespace NaccsCert.Stores;

/// <summary>A certificate store of the platform, with its failures as errors that have an identity.</summary>
/// <param name="name">The store's name, for example <c>My</c>.</param>
/// <param name="location">Whose store it is.</param>
/// <param name="unavailable">The identity of its failures.</param>
internal sealed class PlatformStore(string name, StoreLocation location, ErrorId unavailable)
{
    /// <summary>Opens the store to change it, archived certificates included, and closes it.</summary>
    /// <param name="change">The change.</param>
    /// <exception cref="NaccsException">The store could not be opened or changed.</exception>
    public void Change(Action<X509Store> change) => Use(OpenFlags.ReadWrite | OpenFlags.IncludeArchived, store =>
    {
        change(store);
        return store;
    });

    /// <summary>Opens the store, does something with it, and closes it.</summary>
    /// <typeparam name="T">What that gives.</typeparam>
    /// <param name="flags">How to open it.</param>
    /// <param name="action">What to do.</param>
    /// <returns>What the action gave.</returns>
    /// <exception cref="NaccsException">The store could not be opened or changed, or <see cref="ErrorId.StoreNameInvalid"/>.</exception>
    public T Use<T>(OpenFlags flags, Func<X509Store, T> action)
    {
        if (!FileNames.IsUsable(name))
        {
            throw new NaccsException(ErrorId.StoreNameInvalid, name);
        }

        try
        {
            using var store = new X509Store(name, location);
            store.Open(flags);
            return action(store);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException
            or PlatformNotSupportedException)
        {
            throw new NaccsException(unavailable, $"{location}/{name}", exception, exception.Message);
        }
    }
}
