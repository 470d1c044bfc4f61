using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NaccsCert.Keys;
using NaccsCert.Keys.Cng;
#if NET
using System.IO;
using NaccsCert.Files;
using NaccsCert.Keys.Files;
#endif

namespace NaccsCert.Shims;

/// <summary>The key storage that the platform has.</summary>
internal static class PlatformKeys
{
    /// <summary>The provider of that name; null for the platform's usual one.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyCreationFailed"/> when the platform has none of that name.</exception>
    public static IKeyProvider Open(string? name)
    {
#if NET
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return name is null or FileKeyProvider.ProviderName
                ? new FileKeyProvider(Path.Combine(DataFolders.User, "keys"))
                : throw new NaccsException(ErrorId.KeyCreationFailed, name, FileKeyProvider.ProviderName);
        }
#endif
        return new CngKeyProvider(name is null ? CngProvider.MicrosoftSoftwareKeyStorageProvider : new CngProvider(name));
    }

    /// <summary>The names that can be asked for on this platform.</summary>
    public static string[] Names() =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            ? ["Microsoft Software Key Storage Provider", "Microsoft Platform Crypto Provider"]
            : ["KeyFile"];

    /// <summary>The provider of an opened private key; keys outside Windows lie in the certificate store's own files.</summary>
    public static string ProviderOf(AsymmetricAlgorithm? key) => key switch
    {
        RSACng rsa => ProviderOf(rsa.Key),
        ECDsaCng ecdsa => ProviderOf(ecdsa.Key),
        RSACryptoServiceProvider rsa when RuntimeInformation.IsOSPlatform(OSPlatform.Windows) =>
            rsa.CspKeyContainerInfo.ProviderName ?? string.Empty,
        _ => Names()[0],
    };

    private static string ProviderOf(CngKey key) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? key.Provider?.Provider ?? string.Empty : string.Empty;
}
