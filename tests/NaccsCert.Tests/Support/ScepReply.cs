using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Tests.Support;

/// <summary>A CertRep as the other side writes it: with the CMS of .NET.</summary>
internal sealed record ScepReply
{
    private const string Prefix = "2.16.840.1.113733.1.9.";

    /// <summary>The messageType.</summary>
    public string Type { get; init; } = "3";

    /// <summary>The pkiStatus: 0, 2 or 3.</summary>
    public required string Status { get; init; }

    /// <summary>The failInfo; null for none.</summary>
    public string? FailInfo { get; init; }

    /// <summary>The failInfoText; null for none.</summary>
    public string? FailInfoText { get; init; }

    /// <summary>The transactionID.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The recipientNonce.</summary>
    public required byte[] RecipientNonce { get; init; }

    /// <summary>The certificate that is granted; null for none.</summary>
    public X509Certificate2? Granted { get; init; }

    /// <summary>The object identifier of the hash of the signature.</summary>
    public string Digest { get; init; } = "2.16.840.1.101.3.4.2.1";

    /// <summary>The object identifier of the cipher.</summary>
    public string Cipher { get; init; } = "2.16.840.1.101.3.4.1.2";

    /// <summary>The answer to a message.</summary>
    public static ScepReply To(ScepExchange exchange, string status) => new()
    {
        Status = status,
        TransactionId = exchange.TransactionId,
        RecipientNonce = exchange.SenderNonce,
    };

    /// <summary>Writes it.</summary>
    /// <param name="signer">The certificate of CA or RA, with its key.</param>
    /// <param name="recipient">Whom a granted certificate is encrypted to.</param>
    public byte[] Sign(X509Certificate2 signer, X509Certificate2 recipient)
    {
        // .NET signs no empty content; what is there beside a refusal is passed over.
        var signed = new SignedCms(new ContentInfo(Granted is null ? [0x05, 0x00] : Encrypt(Granted, recipient)));
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
        {
            DigestAlgorithm = new Oid(Digest),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        AddText(by, Prefix + "2", Type, UniversalTagNumber.PrintableString);
        AddText(by, Prefix + "3", Status, UniversalTagNumber.PrintableString);
        AddText(by, Prefix + "7", TransactionId, UniversalTagNumber.PrintableString);
        AddOctets(by, Prefix + "5", RandomNumberGenerator.GetBytes(16));
        AddOctets(by, Prefix + "6", RecipientNonce);
        if (FailInfo is not null)
        {
            AddText(by, Prefix + "4", FailInfo, UniversalTagNumber.PrintableString);
        }

        if (FailInfoText is not null)
        {
            AddText(by, "1.3.6.1.5.5.7.24.1", FailInfoText, UniversalTagNumber.UTF8String);
        }

        signed.ComputeSignature(by);
        return signed.Encode();
    }

    private byte[] Encrypt(X509Certificate2 certificate, X509Certificate2 recipient)
    {
        byte[] bundle = new X509Certificate2Collection(certificate).Export(X509ContentType.Pkcs7)!;
        var enveloped = new EnvelopedCms(new ContentInfo(bundle), new AlgorithmIdentifier(new Oid(Cipher)));
        enveloped.Encrypt(new CmsRecipient(recipient));
        return enveloped.Encode();
    }

    private static void AddText(CmsSigner signer, string attribute, string text, UniversalTagNumber kind)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(kind, text);
        signer.SignedAttributes.Add(new AsnEncodedData(attribute, writer.Encode()));
    }

    private static void AddOctets(CmsSigner signer, string attribute, byte[] octets)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(octets);
        signer.SignedAttributes.Add(new AsnEncodedData(attribute, writer.Encode()));
    }
}
