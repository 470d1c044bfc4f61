using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Oiw;
using Org.BouncyCastle.Asn1.Pkcs;

namespace NaccsCert.Messages.Scep;

/// <summary>By what a message is protected.</summary>
/// <param name="Digest">The hash of its signature.</param>
/// <param name="Cipher">The object identifier of the cipher of its content.</param>
internal sealed record ScepAlgorithms(HashAlgorithmName Digest, string Cipher)
{
    /// <summary>Chooses the best that both sides know (RFC 8894, section 3.5.2).</summary>
    /// <param name="capabilities">What the CA knows.</param>
    /// <param name="allowsLegacy">Whether SHA-1 and Triple DES will do.</param>
    /// <returns>The choice; null where what will do is nothing that the CA knows.</returns>
    public static ScepAlgorithms? Choose(CACapabilities capabilities, bool allowsLegacy)
    {
        HashAlgorithmName? digest = DigestFor(capabilities, allowsLegacy);
        if (digest is null || (!capabilities.Aes && !allowsLegacy))
        {
            return null;
        }

        return new ScepAlgorithms(
            digest.Value, capabilities.Aes ? NistObjectIdentifiers.IdAes128Cbc.Id : PkcsObjectIdentifiers.DesEde3Cbc.Id);
    }

    /// <summary>Whether a hash, by its object identifier, may protect an answer.</summary>
    public static bool AllowsDigest(string identifier, bool allowsLegacy) =>
        identifier == NistObjectIdentifiers.IdSha256.Id || identifier == NistObjectIdentifiers.IdSha384.Id
        || identifier == NistObjectIdentifiers.IdSha512.Id || (allowsLegacy && identifier == OiwObjectIdentifiers.IdSha1.Id);

    /// <summary>Whether a cipher, by its object identifier, may protect an answer.</summary>
    public static bool AllowsCipher(string identifier, bool allowsLegacy) =>
        identifier == NistObjectIdentifiers.IdAes128Cbc.Id || identifier == NistObjectIdentifiers.IdAes192Cbc.Id
        || identifier == NistObjectIdentifiers.IdAes256Cbc.Id
        || (allowsLegacy && (identifier == PkcsObjectIdentifiers.DesEde3Cbc.Id || identifier == OiwObjectIdentifiers.DesCbc.Id));

    /// <summary>The name of an algorithm for people.</summary>
    /// <param name="identifier">Its object identifier.</param>
    /// <returns>The name; the identifier itself where it is none of those that are met.</returns>
    public static string NameOf(string identifier)
    {
        if (identifier == PkcsObjectIdentifiers.MD5.Id)
        {
            return "MD5";
        }

        if (identifier == OiwObjectIdentifiers.IdSha1.Id)
        {
            return "SHA-1";
        }

        if (identifier == OiwObjectIdentifiers.DesCbc.Id)
        {
            return "DES";
        }

        return identifier == PkcsObjectIdentifiers.DesEde3Cbc.Id ? "Triple DES" : identifier;
    }

    private static HashAlgorithmName? DigestFor(CACapabilities capabilities, bool allowsLegacy)
    {
        if (capabilities.Sha256)
        {
            return HashAlgorithmName.SHA256;
        }

        if (capabilities.Sha512)
        {
            return HashAlgorithmName.SHA512;
        }

        return allowsLegacy ? HashAlgorithmName.SHA1 : null;
    }
}
