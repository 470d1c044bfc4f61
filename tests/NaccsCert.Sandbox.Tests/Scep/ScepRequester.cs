using System;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport;

namespace NaccsCert.Sandbox.Tests.Scep;

/// <summary>Somebody with an RSA key and a certificate for it, self-signed until there is another, who writes messages of SCEP.</summary>
internal sealed class ScepRequester : IDisposable
{
    public const int RenewalReq = 17;
    public const int PkcsReq = 19;
    public const int CertPoll = 20;

    private readonly RSA _key = RSA.Create(2048);

    public ScepRequester()
    {
        Certificate = Request("CN=any").CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    /// <summary>The certificate that signs.</summary>
    public X509Certificate2 Certificate { get; private set; }

    public string Transaction { get; init; } = Guid.NewGuid().ToString("N");

    public byte[] Nonce { get; } = RandomNumberGenerator.GetBytes(16);

    public string Digest { get; init; } = "2.16.840.1.101.3.4.2.1";

    public string Cipher { get; init; } = "2.16.840.1.101.3.4.1.2";

    public byte[] PublicKey => _key.ExportSubjectPublicKeyInfo();

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    /// <summary>Signs with an issued certificate from now on.</summary>
    public void Use(X509Certificate2 issued) => Certificate = issued.CopyWithPrivateKey(_key);

    /// <summary>A first request, with the codes as its challengePassword.</summary>
    public byte[] Enroll(CodeSet codes, X509Certificate2 recipient)
    {
        var password = new AsnWriter(AsnEncodingRules.DER);
        password.WriteCharacterString(UniversalTagNumber.UTF8String, $"{codes.Code1}:{codes.Code2}{codes.Code3}");
        CertificateRequest request = Request("CN=any");
        request.OtherRequestAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.7", password.Encode()));
        return Message(PkcsReq, request.CreateSigningRequest(), recipient);
    }

    /// <summary>A renewal of the certificate that signs, for the key of somebody else.</summary>
    public byte[] Renew(ScepRequester next, X509Certificate2 recipient) =>
        Message(RenewalReq, next.Request(Certificate.SubjectName.Name).CreateSigningRequest(), recipient);

    /// <summary>A CSR without a message around it.</summary>
    public byte[] SigningRequest() => Request("CN=any").CreateSigningRequest();

    /// <summary>Asks for what waits.</summary>
    public byte[] Poll(X509Certificate2 recipient)
    {
        var names = new AsnWriter(AsnEncodingRules.DER);
        using (names.PushSequence())
        {
            names.WriteEncodedValue(recipient.SubjectName.RawData);
            names.WriteEncodedValue(Certificate.SubjectName.RawData);
        }

        return Message(CertPoll, names.Encode(), recipient);
    }

    /// <summary>Any message.</summary>
    public byte[] Message(int type, byte[] content, X509Certificate2 recipient)
    {
        var envelope = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new Oid(Cipher)));
        envelope.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, recipient));
        var message = new SignedCms(new ContentInfo(envelope.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate, _key)
        {
            DigestAlgorithm = new Oid(Digest),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(Attribute(2, writer => writer.WriteCharacterString(UniversalTagNumber.PrintableString, $"{type}")));
        signer.SignedAttributes.Add(Attribute(5, writer => writer.WriteOctetString(Nonce)));
        signer.SignedAttributes.Add(Attribute(7, writer => writer.WriteCharacterString(UniversalTagNumber.PrintableString, Transaction)));
        message.ComputeSignature(signer);
        return message.Encode();
    }

    /// <summary>Opens the envelope of an answer.</summary>
    public byte[] Open(byte[] encoded)
    {
        var envelope = new EnvelopedCms();
        envelope.Decode(encoded);
        envelope.Decrypt(envelope.RecipientInfos[0], _key);
        return envelope.ContentInfo.Content;
    }

    private CertificateRequest Request(string subject) => new(subject, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static AsnEncodedData Attribute(int number, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return new AsnEncodedData(new Oid($"2.16.840.1.113733.1.9.{number}"), writer.Encode());
    }
}
