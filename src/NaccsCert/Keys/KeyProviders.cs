using System.Collections.Generic;
using NaccsCert.Shims;

namespace NaccsCert.Keys;

/// <summary>The key storage providers of this platform: CNG on Windows, files elsewhere.</summary>
public static class KeyProviders
{
    /// <summary>The names that can be asked for.</summary>
    public static IReadOnlyList<string> Names => PlatformKeys.Names();

    /// <summary>Opens a provider.</summary>
    /// <param name="name">Its name; null for the platform's software provider.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyCreationFailed"/> when the platform has none of that name.</exception>
    public static IKeyProvider Open(string? name) => PlatformKeys.Open(name);
}
