using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace NaccsCert.Keys;

/// <summary>The key storage providers by name: those of CNG on Windows, key files elsewhere.</summary>
internal static class KeyProviderNames
{
    /// <summary>The provider that keeps keys in files.</summary>
    public const string KeyFile = "KeyFile";

    [SupportedOSPlatformGuard("windows")]
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>The names that can be asked for on this platform, its software provider first.</summary>
    public static IReadOnlyList<string> All { get; } = IsWindows
        ? ["Microsoft Software Key Storage Provider", "Microsoft Platform Crypto Provider"]
        : [KeyFile];

    /// <summary>The provider of an opened private key; keys outside Windows lie in the certificate store's own files.</summary>
    public static string Of(AsymmetricAlgorithm? key) => IsWindows ? OnWindows(key) : KeyFile;

    [SupportedOSPlatform("windows")]
    private static string OnWindows(AsymmetricAlgorithm? key) => key switch
    {
        RSACng rsa => rsa.Key.Provider?.Provider ?? string.Empty,
        ECDsaCng ecdsa => ecdsa.Key.Provider?.Provider ?? string.Empty,
        RSACryptoServiceProvider rsa => rsa.CspKeyContainerInfo.ProviderName ?? string.Empty,
        _ => string.Empty,
    };
}
