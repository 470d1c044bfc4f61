using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using NaccsCert.IO;
using NaccsCert.Keys.Cng;
using NaccsCert.Keys.Files;

namespace NaccsCert.Keys.Providers;

/// <summary>The key storage providers of this platform: CNG on Windows, files elsewhere.</summary>
public static class KeyProviders
{
    [SupportedOSPlatformGuard("windows")]
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>The names that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = IsWindows
        ? ["Microsoft Software Key Storage Provider", "Microsoft Platform Crypto Provider"]
        : [FileKeyProvider.ProviderName];

    /// <summary>Opens a provider.</summary>
    /// <param name="name">Its name; null for the platform's software provider.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyCreationFailed"/> when the platform has none of that name.</exception>
    public static IKeyProvider Open(string? name) =>
        IsWindows ? new CngKeyProvider(new CngProvider(name ?? Names[0]))
        : name is null or FileKeyProvider.ProviderName ? new FileKeyProvider(Path.Combine(DataFolders.User, "keys"))
        : throw new NaccsException(ErrorId.KeyCreationFailed, name, FileKeyProvider.ProviderName);

    /// <summary>The provider of an opened private key; keys outside Windows lie in the certificate store's own files.</summary>
    internal static string NameOf(AsymmetricAlgorithm? key) =>
        IsWindows ? NameOnWindows(key) : FileKeyProvider.ProviderName;

    [SupportedOSPlatform("windows")]
    private static string NameOnWindows(AsymmetricAlgorithm? key) => key switch
    {
        RSACng rsa => rsa.Key.Provider?.Provider ?? string.Empty,
        ECDsaCng ecdsa => ecdsa.Key.Provider?.Provider ?? string.Empty,
        RSACryptoServiceProvider rsa => rsa.CspKeyContainerInfo.ProviderName ?? string.Empty,
        _ => string.Empty,
    };
}
