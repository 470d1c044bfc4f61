using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using NaccsCert.IO;
using NaccsCert.Keys.Cng;
using NaccsCert.Keys.Files;

namespace NaccsCert.Keys.Providers;

/// <summary>Opens the key storage providers of this platform.</summary>
/// <param name="folder">The folder for key files, where the platform has no key storage.</param>
internal sealed class KeyProviders(PrivateFolder folder)
{
    [SupportedOSPlatformGuard("windows")]
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Opens a provider.</summary>
    /// <param name="name">Its name; null for the platform's software provider.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyCreationFailed"/> when the platform has none of that name.</exception>
    public IKeyProvider Open(string? name)
    {
        if (IsWindows)
        {
            return new CngKeyProvider(new CngProvider(name ?? KeyProviderNames.All[0]));
        }

        return name is null or KeyProviderNames.KeyFile
            ? new FileKeyProvider(folder)
            : throw new NaccsException(ErrorId.KeyCreationFailed, name, KeyProviderNames.KeyFile);
    }
}
