using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace NaccsCert.Keys;

/// <summary>What is known of providers by their names (Microsoft: "CNG Key Storage Providers", "Microsoft Cryptographic Service Providers").</summary>
/// <remarks>
/// The providers of software keep the keys of a user in <c>%APPDATA%\Microsoft\Crypto</c> (Microsoft: "Key Storage and Retrieval",
/// https://learn.microsoft.com/windows/win32/seccng/key-storage-and-retrieval).
/// </remarks>
internal static class KeyStorages
{
    private static readonly string[] Software =
    [
        "Microsoft Software Key Storage Provider",
        "Microsoft Enhanced RSA and AES Cryptographic Provider",
        "Microsoft Enhanced RSA and AES Cryptographic Provider (Prototype)",
        "Microsoft Enhanced Cryptographic Provider v1.0",
        "Microsoft Strong Cryptographic Provider",
        "Microsoft Base Cryptographic Provider v1.0",
        "Microsoft RSA SChannel Cryptographic Provider",
    ];

    private static readonly string[] Cards =
    [
        "Microsoft Smart Card Key Storage Provider",
        "Microsoft Base Smart Card Crypto Provider",
    ];

    /// <summary>Where a provider keeps its keys.</summary>
    /// <param name="provider">The name of the provider.</param>
    public static KeyStorage Of(string provider)
    {
        if (provider == KeyProviderNames.KeyFile)
        {
            // The key chain of macOS has rules of its own.
            return RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? KeyStorage.File : KeyStorage.Unknown;
        }

        if (Is("Microsoft Platform Crypto Provider"))
        {
            return KeyStorage.Tpm;
        }

        if (Cards.Any(Is))
        {
            return KeyStorage.SmartCard;
        }

        return Software.Any(Is) ? KeyStorage.Profile : KeyStorage.Unknown;

        bool Is(string name) => string.Equals(name, provider, StringComparison.OrdinalIgnoreCase);
    }
}
