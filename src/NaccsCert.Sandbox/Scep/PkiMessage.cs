using System;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Scep;

/// <summary>A request as it arrived: SignedData around an envelope (RFC 8894 section 3).</summary>
/// <param name="Signer">The certificate of whoever signed it.</param>
/// <param name="Type">The messageType, which may be one that nobody knows.</param>
/// <param name="TransactionId">The transactionID.</param>
/// <param name="SenderNonce">The senderNonce.</param>
/// <param name="DigestAlgorithm">Object identifier of the digest that was signed.</param>
/// <param name="Envelope">The pkcsPKIEnvelope, DER.</param>
internal sealed record PkiMessage(
    X509Certificate2 Signer, MessageType Type, string TransactionId, byte[] SenderNonce, string DigestAlgorithm, byte[] Envelope)
{
    /// <summary>Whether the signature is the signer's.</summary>
    public bool IsSigned { get; private init; }

    /// <summary>Reads a message.</summary>
    /// <returns>Whether it has all that an answer needs.</returns>
    public static bool TryRead(byte[] encoded, [NotNullWhen(true)] out PkiMessage? message)
    {
        message = null;
        try
        {
            var signed = new SignedCms();
            signed.Decode(encoded);
            message = Read(signed);
            return message is not null;
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static PkiMessage? Read(SignedCms signed)
    {
        if (signed.SignerInfos is not [{ Certificate: { } certificate } signer])
        {
            return null;
        }

        SignedAttributes attributes = new(signer.SignedAttributes);
        return new PkiMessage(
            certificate,
            (MessageType)int.Parse(attributes.Text(ScepIdentifiers.MessageType), NumberStyles.None, CultureInfo.InvariantCulture),
            attributes.Text(ScepIdentifiers.TransactionId),
            attributes.Octets(ScepIdentifiers.SenderNonce),
            signer.DigestAlgorithm.Value ?? string.Empty,
            signed.ContentInfo.Content)
        {
            IsSigned = IsSignedBy(signer),
        };
    }

    private static bool IsSignedBy(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
