using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Tests.Support;

/// <summary>A pkiMessage as the other side reads it: with the CMS of .NET, and so not with that of the library.</summary>
internal sealed class ScepExchange
{
    private const string Prefix = "2.16.840.1.113733.1.9.";

    private readonly SignedCms _signed = new();

    /// <summary>Reads a message whose signature must be right, and decrypts it.</summary>
    /// <param name="message">The octets.</param>
    /// <param name="recipient">The certificate of CA or RA, with its key.</param>
    public ScepExchange(byte[] message, X509Certificate2 recipient)
    {
        _signed.Decode(message);
        _signed.CheckSignature(verifySignatureOnly: true);
        Signer = _signed.SignerInfos[0].Certificate!;
        var enveloped = new EnvelopedCms();
        enveloped.Decode(_signed.ContentInfo.Content);
        Cipher = enveloped.ContentEncryptionAlgorithm.Oid.Value!;
        enveloped.Decrypt([recipient]);
        Content = enveloped.ContentInfo.Content;
    }

    /// <summary>The certificate of the one who asks.</summary>
    public X509Certificate2 Signer { get; }

    /// <summary>What was encrypted.</summary>
    public byte[] Content { get; }

    /// <summary>The object identifier of the cipher.</summary>
    public string Cipher { get; }

    /// <summary>The object identifier of the hash.</summary>
    public string Digest => _signed.SignerInfos[0].DigestAlgorithm.Value!;

    /// <summary>The messageType: 17, 19 or 20.</summary>
    public string Type => Text(2);

    /// <summary>The transactionID.</summary>
    public string TransactionId => Text(7);

    /// <summary>The senderNonce.</summary>
    public byte[] SenderNonce => AsnDecoder.ReadOctetString(Value(5), AsnEncodingRules.DER, out _);

    /// <summary>The PKCS#10 request.</summary>
    public CertificateRequest Request => CertificateRequest.LoadSigningRequest(
        Content, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions, RSASignaturePadding.Pkcs1);

    /// <summary>The challengePassword in the request; null when it has none.</summary>
    public string? ChallengePassword => Request.OtherRequestAttributes
        .Where(attribute => attribute.Oid!.Value == "1.2.840.113549.1.9.7")
        .Select(attribute => AsnDecoder.ReadCharacterString(attribute.RawData, AsnEncodingRules.DER, UniversalTagNumber.PrintableString, out _))
        .SingleOrDefault();

    private string Text(int attribute) =>
        AsnDecoder.ReadCharacterString(Value(attribute), AsnEncodingRules.DER, UniversalTagNumber.PrintableString, out _);

    private byte[] Value(int attribute) => _signed.SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>()
        .Single(candidate => candidate.Oid.Value == Prefix + attribute).Values[0].RawData;
}
