using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Threading;

namespace NaccsCert.Sandbox.Scep;

/// <summary>Who opens envelopes and signs answers: the CA, or the registration authority in its place.</summary>
/// <param name="certificate">Its certificate with its key.</param>
internal sealed class ScepIdentity(X509Certificate2 certificate) : IDisposable
{
    // The framework does not promise that one RSA object may be used by two threads.
    private readonly Lock _using = new();
    private readonly RSA _key = certificate.GetRSAPrivateKey()!;

    public void Dispose() => _key.Dispose();

    /// <summary>Opens an envelope.</summary>
    /// <returns>Its content.</returns>
    /// <exception cref="CryptographicException">It is for somebody else, or broken.</exception>
    public byte[] Open(EnvelopedCms envelope)
    {
        RecipientInfo recipient = envelope.RecipientInfos.Cast<RecipientInfo>().FirstOrDefault(IsFor)
            ?? throw new CryptographicException("The envelope is for somebody else.");
        lock (_using)
        {
            envelope.Decrypt(recipient, _key);
        }

        return envelope.ContentInfo.Content;
    }

    /// <summary>Signs a message.</summary>
    /// <param name="content">The content, or null for none.</param>
    /// <param name="digestAlgorithm">Object identifier of the digest.</param>
    /// <param name="attributes">What is signed beside it.</param>
    /// <returns>The SignedData, DER.</returns>
    public byte[] Sign(byte[]? content, string digestAlgorithm, params AsnEncodedData[] attributes)
    {
        HashAlgorithmName hash = HashOf(digestAlgorithm);
        byte[] signed = SignedMessage.Attributes(content, hash, attributes);
        lock (_using)
        {
            byte[] signature = _key.SignData(signed, hash, RSASignaturePadding.Pkcs1);
            return SignedMessage.Encode(content, certificate, digestAlgorithm, signed, signature);
        }
    }

    private static HashAlgorithmName HashOf(string digestAlgorithm) =>
        digestAlgorithm switch
        {
            ScepIdentifiers.Sha1 => HashAlgorithmName.SHA1,
            ScepIdentifiers.Sha384 => HashAlgorithmName.SHA384,
            ScepIdentifiers.Sha512 => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };

    private bool IsFor(RecipientInfo recipient) =>
        recipient.RecipientIdentifier.Value switch
        {
            X509IssuerSerial id => id.SerialNumber.Equals(certificate.SerialNumber, StringComparison.OrdinalIgnoreCase),
            string keyIdentifier => certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(
                extension => keyIdentifier.Equals(extension.SubjectKeyIdentifier, StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
}
