using System;
using System.Globalization;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.X509;

namespace NaccsCert.Messages.Scep;

/// <summary>Writes a pkiMessage (RFC 8894, section 3): enveloped for the CA, and signed by the one who asks.</summary>
/// <param name="Type">What it is.</param>
/// <param name="TransactionId">Names the transaction: printable characters.</param>
/// <param name="SenderNonce">Sixteen random octets, which the answer repeats.</param>
/// <param name="SigningTime">The present moment.</param>
internal sealed record PkiMessage(ScepMessageType Type, string TransactionId, byte[] SenderNonce, DateTimeOffset SigningTime)
{
    /// <summary>Writes the message.</summary>
    /// <param name="content">What only the CA is to read.</param>
    /// <param name="recipient">The DER certificate of the CA or RA.</param>
    /// <param name="signer">Who asks.</param>
    /// <param name="algorithms">How it is protected.</param>
    /// <returns>The DER message.</returns>
    public byte[] Build(byte[] content, byte[] recipient, ScepSigner signer, ScepAlgorithms algorithms)
    {
        byte[] envelope = EnvelopedMessage.Build(content, recipient, algorithms.Cipher);
        var certificate = new X509Certificate(signer.Certificate);
        var generator = new CmsSignedDataGenerator();
        generator.AddSignerInfoGenerator(new SignerInfoGeneratorBuilder()
            .WithSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(Attributes()))
            .Build(new KeySignatureFactory(algorithms.Digest, signer.Sign), certificate));
        generator.AddCertificate(certificate);
        return generator.Generate(new CmsProcessableByteArray(envelope), encapsulate: true).ContentInfo.GetEncoded(Asn1Encodable.Der);
    }

    private AttributeTable Attributes() => new(new DerSet(
        Attribute(ScepAttributes.MessageType, new DerPrintableString(((int)Type).ToString(CultureInfo.InvariantCulture))),
        Attribute(ScepAttributes.TransactionId, new DerPrintableString(TransactionId)),
        Attribute(ScepAttributes.SenderNonce, new DerOctetString(SenderNonce)),
        Attribute(CmsAttributes.SigningTime.Id, new Org.BouncyCastle.Asn1.Cms.Time(SigningTime.UtcDateTime))));

    private static Org.BouncyCastle.Asn1.Cms.Attribute Attribute(string type, Asn1Encodable value) =>
        new(new DerObjectIdentifier(type), new DerSet(value));
}
