using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>A key that is to be certified.</summary>
/// <param name="PublicKey">The key.</param>
/// <param name="Hash">SHA-256 of its subject public key info, by which the ledger knows it.</param>
internal sealed record RequestedKey(PublicKey PublicKey, byte[] Hash)
{
    public static RequestedKey Of(PublicKey publicKey) => new(publicKey, HashOf(publicKey));

    public static byte[] HashOf(PublicKey publicKey) => SHA256.HashData(publicKey.ExportSubjectPublicKeyInfo());
}
