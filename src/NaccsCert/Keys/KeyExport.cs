using System;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Keys;

/// <summary>
/// Whether a provider lets a private key out. Only what the provider says of the key is read: the key is not used, so that no card and
/// no chip asks for anything.
/// </summary>
internal static class KeyExport
{
    [SupportedOSPlatformGuard("windows")]
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Asks the provider.</summary>
    /// <param name="certificate">A certificate whose key is known to sign.</param>
    /// <returns>Whether the key can be exported; null where that cannot be told.</returns>
    public static bool? IsAllowed(X509Certificate2 certificate)
    {
        if (!IsWindows)
        {
            // .NET keeps the keys of a store on Linux in files that can be copied; the key chain of macOS has rules of its own.
            return RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? true : null;
        }

        try
        {
            using RSA? rsa = certificate.GetRSAPrivateKey();
            using ECDsa? ecdsa = rsa is null ? certificate.GetECDsaPrivateKey() : null;
            return OnWindows((AsymmetricAlgorithm?)rsa ?? ecdsa);
        }
        catch (Exception exception) when (KeyFailures.IsOne(exception))
        {
            return null;
        }
    }

    [SupportedOSPlatform("windows")]
    private static bool? OnWindows(AsymmetricAlgorithm? key) => key switch
    {
        RSACng rsa => Allows(rsa.Key),
        ECDsaCng ecdsa => Allows(ecdsa.Key),
        RSACryptoServiceProvider rsa => rsa.CspKeyContainerInfo.Exportable,
        _ => null,
    };

    // NCRYPT_EXPORT_POLICY_PROPERTY. What may only be archived leaves its provider no more after it was made.
    [SupportedOSPlatform("windows")]
    private static bool Allows(CngKey key) =>
        (key.ExportPolicy & (CngExportPolicies.AllowExport | CngExportPolicies.AllowPlaintextExport)) != 0;
}
