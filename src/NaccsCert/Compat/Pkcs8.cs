using System.Security.Cryptography;

namespace NaccsCert.Compat;

/// <summary>Private keys in PKCS#8 (RFC 5958). .NET Framework has no such encoding, and on Windows no need of it.</summary>
internal static class Pkcs8
{
#if NET
    /// <summary>The DER encoding of a private key; the caller clears it.</summary>
    public static byte[] Export(AsymmetricAlgorithm key) => key.ExportPkcs8PrivateKey();

    /// <summary>Reads a private key into <paramref name="key"/>.</summary>
    public static void Import(AsymmetricAlgorithm key, byte[] der) => key.ImportPkcs8PrivateKey(der, out _);
#else
    /// <summary>Not to be had.</summary>
    public static byte[] Export(AsymmetricAlgorithm key) => throw new System.PlatformNotSupportedException();

    /// <summary>Not to be had.</summary>
    public static void Import(AsymmetricAlgorithm key, byte[] der) => throw new System.PlatformNotSupportedException();
#endif
}
