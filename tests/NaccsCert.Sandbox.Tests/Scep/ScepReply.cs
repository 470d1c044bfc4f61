using System;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Scep;

/// <summary>A CertRep (RFC 8894 section 3.3.2), read as a client has to.</summary>
internal sealed class ScepReply
{
    private readonly SignedCms _message = new();

    public ScepReply(byte[] encoded)
    {
        _message.Decode(encoded);
        Assert.Equal("3", Text("2.16.840.1.113733.1.9.2"));
    }

    /// <summary>The pkiStatus: 0 success, 2 failure, 3 pending.</summary>
    public string? Status => Text("2.16.840.1.113733.1.9.3");

    public string? FailInfo => Text("2.16.840.1.113733.1.9.4");

    public string? Reason => Text("1.3.6.1.5.5.7.24.1");

    public string? Transaction => Text("2.16.840.1.113733.1.9.7");

    public byte[] RecipientNonce => Value("2.16.840.1.113733.1.9.6")!.ReadOctetString();

    public string? Digest => Signer.DigestAlgorithm.Value;

    private SignerInfo Signer => Assert.Single(_message.SignerInfos.Cast<SignerInfo>());

    /// <summary>Whether it is signed with the key of a certificate.</summary>
    public bool IsSignedBy(X509Certificate2 certificate)
    {
        try
        {
            Signer.CheckSignature([certificate], verifySignatureOnly: true);
            return Signer.Certificate!.RawData.AsSpan().SequenceEqual(certificate.RawData);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The issued certificate, from the envelope.</summary>
    public X509Certificate2 Certificate(ScepRequester requester)
    {
        Assert.True(Status == "0", $"{Status}: {Reason}");
        var certificates = new SignedCms();
        certificates.Decode(requester.Open(_message.ContentInfo.Content));
        return Assert.Single(certificates.Certificates);
    }

    private string? Text(string type) =>
        Value(type) is { } value ? value.ReadCharacterString((UniversalTagNumber)value.PeekTag().TagValue) : null;

    private AsnReader? Value(string type) => Signer.SignedAttributes.Cast<CryptographicAttributeObject>()
        .Where(attribute => attribute.Oid.Value == type)
        .Select(attribute => new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER))
        .SingleOrDefault();
}
