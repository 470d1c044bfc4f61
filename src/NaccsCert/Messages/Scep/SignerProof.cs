using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using NaccsCert.Messages.Signatures;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Oiw;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Cms;

namespace NaccsCert.Messages.Scep;

/// <summary>
/// Whether a key has signed a message (RFC 5652, section 5.6), by the platform's own cryptography: BouncyCastle tests for every key
/// that it reads whether its modulus is composite, which takes longer than all the rest of an exchange.
/// </summary>
internal static class SignerProof
{
    private static readonly Dictionary<string, (HashAlgorithmName Hash, DerObjectIdentifier WithRsa)> Digests = new()
    {
        [OiwObjectIdentifiers.IdSha1.Id] = (HashAlgorithmName.SHA1, PkcsObjectIdentifiers.Sha1WithRsaEncryption),
        [NistObjectIdentifiers.IdSha256.Id] = (HashAlgorithmName.SHA256, PkcsObjectIdentifiers.Sha256WithRsaEncryption),
        [NistObjectIdentifiers.IdSha384.Id] = (HashAlgorithmName.SHA384, PkcsObjectIdentifiers.Sha384WithRsaEncryption),
        [NistObjectIdentifiers.IdSha512.Id] = (HashAlgorithmName.SHA512, PkcsObjectIdentifiers.Sha512WithRsaEncryption),
    };

    /// <summary>Whether a key has signed attributes that name this content.</summary>
    /// <param name="signer">The signature, with signed attributes.</param>
    /// <param name="contentType">The type of the content.</param>
    /// <param name="content">The content; no octets where there is none.</param>
    /// <param name="publicKeyInfo">The SubjectPublicKeyInfo of the key, encoded.</param>
    /// <returns>Whether it has; not, too, when the signature is made by another hash than the one that the message names.</returns>
    public static bool Holds(SignerInformation signer, DerObjectIdentifier contentType, byte[] content, byte[] publicKeyInfo)
    {
        if (!Digests.TryGetValue(signer.DigestAlgorithmID.Algorithm.Id, out (HashAlgorithmName Hash, DerObjectIdentifier WithRsa) digest))
        {
            return false;
        }

        byte[] algorithm = AlgorithmOf(signer, digest.WithRsa);
        return SignatureScheme.Read(algorithm)?.Hash == digest.Hash
            && contentType.Equals(ValueOf(signer, CmsAttributes.ContentType))
            && ValueOf(signer, CmsAttributes.MessageDigest) is Asn1OctetString named
            && named.GetOctets().SequenceEqual(HashOf(content, digest.Hash))
            && SignatureVerifier.IsRight(signer.GetEncodedSignedAttributes(), algorithm, signer.GetSignature(), publicKeyInfo);
    }

    /// <summary>A signed attribute.</summary>
    /// <param name="signer">The signature, with signed attributes.</param>
    /// <param name="type">The object identifier.</param>
    /// <returns>Its value; null where it is not there once, with one value (RFC 5652, section 11; RFC 8894, section 3.2.1).</returns>
    public static Asn1Object? ValueOf(SignerInformation signer, DerObjectIdentifier type)
    {
        Asn1EncodableVector all = signer.SignedAttributes.GetAll(type);
        return all.Count == 1 && ((Org.BouncyCastle.Asn1.Cms.Attribute)all[0]).AttrValues is { Count: 1 } values ? values[0].ToAsn1Object() : null;
    }

    // RFC 3370, section 3.2: rsaEncryption stands for the digest that is named beside it.
    private static byte[] AlgorithmOf(SignerInformation signer, DerObjectIdentifier withRsa) =>
        signer.SignatureAlgorithm.Algorithm.Equals(PkcsObjectIdentifiers.RsaEncryption)
            ? new AlgorithmIdentifier(withRsa, DerNull.Instance).GetDerEncoded()
            : signer.SignatureAlgorithm.GetDerEncoded();

    private static byte[] HashOf(byte[] content, HashAlgorithmName name)
    {
        using var hash = IncrementalHash.CreateHash(name);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}
