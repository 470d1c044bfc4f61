using System;
using System.Security.Cryptography;
using NaccsCert.Messages.Signatures;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;

namespace NaccsCert.Messages.Scep;

/// <summary>
/// Encrypts the key of a message to its recipient: RSAES-PKCS1-v1_5 (RFC 8017), by the platform, for the same reason as
/// <see cref="SignerProof"/>.
/// </summary>
/// <param name="publicKeyInfo">The recipient's SubjectPublicKeyInfo, encoded.</param>
internal sealed class RsaKeyWrapper(byte[] publicKeyInfo) : IKeyWrapper
{
    public object AlgorithmDetails => new AlgorithmIdentifier(PkcsObjectIdentifiers.RsaEncryption, DerNull.Instance);

    public IBlockResult Wrap(byte[] keyData)
    {
        using var rsa = RSA.Create();
        rsa.ImportParameters(PublicKeyParts.Read(publicKeyInfo).Rsa ?? throw new FormatException("no RSA key"));
        return new BlockResult(rsa.Encrypt(keyData, RSAEncryptionPadding.Pkcs1));
    }
}
