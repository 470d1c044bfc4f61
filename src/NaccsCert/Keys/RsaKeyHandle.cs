using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;

namespace NaccsCert.Keys;

/// <summary>An RSA key, wherever its provider keeps it.</summary>
internal sealed class RsaKeyHandle(string name, KeyAlgorithm algorithm, RSA key) : KeyHandle(name, algorithm)
{
    public override byte[] ExportSubjectPublicKeyInfo() => PublicKeyEncoding.FromRsa(key.ExportParameters(false));

    public override byte[] Sign(byte[] data) => key.SignData(data, Algorithm.Digest(), RSASignaturePadding.Pkcs1);

    /// <summary>Signs with another digest than the key's own: RSASSA-PKCS1-v1_5 (RFC 8017).</summary>
    public byte[] Sign(byte[] data, HashAlgorithmName digest) => key.SignData(data, digest, RSASignaturePadding.Pkcs1);

    /// <summary>Decrypts what was encrypted to the public key: RSAES-PKCS1-v1_5 (RFC 8017).</summary>
    /// <exception cref="CryptographicException">It was not, or the provider lets the key only sign.</exception>
    public byte[] Decrypt(byte[] data) => key.Decrypt(data, RSAEncryptionPadding.Pkcs1);

    /// <summary>Whether the provider lets the key decrypt, by trying it.</summary>
    public bool CanDecrypt()
    {
        byte[] probe = [1, 2, 3];
        try
        {
            using var publicKey = RSA.Create();
            publicKey.ImportParameters(key.ExportParameters(false));
            return Decrypt(publicKey.Encrypt(probe, RSAEncryptionPadding.Pkcs1)).SequenceEqual(probe);
        }
        catch (Exception exception) when (KeyFailures.IsOne(exception))
        {
            return false;
        }
    }

    public override X509Certificate2 CopyWithPrivateKey(X509Certificate2 certificate) => certificate.CopyWithPrivateKey(key);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            key.Dispose();
        }
    }
}
