using System;
using System.Linq;
using System.Security.Cryptography;
using NaccsCert.Messages.Signatures;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace NaccsCert.Messages.Scep;

/// <summary>Content that only the holder of a key can read: an enveloped-data message (RFC 5652, section 6; RFC 8894, section 3.1).</summary>
internal static class EnvelopedMessage
{
    /// <summary>Encrypts content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="recipient">The DER certificate of an RSA key.</param>
    /// <param name="cipher">The object identifier of the cipher.</param>
    /// <returns>The DER message.</returns>
    public static byte[] Build(byte[] content, byte[] recipient, string cipher)
    {
        var generator = new CmsEnvelopedDataGenerator();
        generator.AddRecipientInfoGenerator(new KeyTransRecipientInfoGenerator(
            new X509Certificate(recipient), new RsaKeyWrapper(CertificateParts.Parse(recipient).PublicKeyInfo)));
        return generator.Generate(new CmsProcessableByteArray(content), new DerObjectIdentifier(cipher)).ContentInfo.GetEncoded(Asn1Encodable.Der);
    }

    /// <summary>Decrypts content.</summary>
    /// <param name="message">The message, whose sender is known already.</param>
    /// <param name="decrypt">Decrypts by the recipient's key: RSAES-PKCS1-v1_5 (RFC 8017).</param>
    /// <param name="allowsLegacy">Whether Triple DES and DES may have protected it.</param>
    /// <returns>The content.</returns>
    /// <exception cref="MessageFormatException">It is no such message, or none for this key.</exception>
    /// <exception cref="WeakAlgorithmException">Its cipher is not allowed.</exception>
    public static byte[] Open(byte[] message, Func<byte[], byte[]> decrypt, bool allowsLegacy)
    {
        try
        {
            var info = ContentInfo.GetInstance(Asn1Reader.Read(message));
            var enveloped = EnvelopedData.GetInstance(info.Content);
            EncryptedContentInfo encrypted = enveloped.EncryptedContentInfo;
            string cipher = encrypted.ContentEncryptionAlgorithm.Algorithm.Id;
            if (!ScepAlgorithms.AllowsCipher(cipher, allowsLegacy))
            {
                throw new WeakAlgorithmException(cipher);
            }

            byte[] key = decrypt(EncryptedKeyIn(enveloped));
            return Decrypt(encrypted, key);
        }
        catch (Exception exception) when (ParserErrors.Is(exception) || exception is CryptoException or CmsException or CryptographicException)
        {
            throw new MessageFormatException("no readable enveloped-data message", exception);
        }
    }

    // RFC 8894, section 3.1: there is one recipient.
    private static byte[] EncryptedKeyIn(EnvelopedData enveloped)
    {
        KeyTransRecipientInfo recipient = enveloped.RecipientInfos
            .Select(RecipientInfo.GetInstance)
            .Select(info => info.Info)
            .OfType<KeyTransRecipientInfo>()
            .FirstOrDefault() ?? throw new FormatException("no recipient by RSA");
        return recipient.KeyEncryptionAlgorithm.Algorithm.Equals(Org.BouncyCastle.Asn1.Pkcs.PkcsObjectIdentifiers.RsaEncryption)
            ? recipient.EncryptedKey.GetOctets()
            : throw new FormatException("a key that is not encrypted by RSAES-PKCS1-v1_5");
    }

    private static byte[] Decrypt(EncryptedContentInfo encrypted, byte[] key)
    {
        DerObjectIdentifier algorithm = encrypted.ContentEncryptionAlgorithm.Algorithm;
        IBufferedCipher cipher = CipherUtilities.GetCipher(algorithm);
        byte[] vector = Asn1OctetString.GetInstance(encrypted.ContentEncryptionAlgorithm.Parameters).GetOctets();
        cipher.Init(forEncryption: false, new ParametersWithIV(ParameterUtilities.CreateKeyParameter(algorithm, key), vector));
        return cipher.DoFinal((encrypted.EncryptedContent ?? throw new FormatException("no content")).GetOctets());
    }
}
