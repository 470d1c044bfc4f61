using System.Security.Cryptography;
using NaccsCert.Compat;

namespace NaccsCert.Messages;

/// <summary>The digest by which a certificate is pinned, and a file is told from others.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 of <paramref name="data"/> in upper-case hexadecimal digits.</summary>
    public static string Sha256(byte[] data)
    {
        using var algorithm = SHA256.Create();
        return Hex.Encode(algorithm.ComputeHash(data));
    }
}
