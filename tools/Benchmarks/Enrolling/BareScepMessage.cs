using System;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>A first request by SCEP (RFC 8894, section 3.3.1) with the framework's own CMS, and its answer.</summary>
/// <param name="key">The key that is to be certified.</param>
internal sealed class BareScepMessage(RSA key)
{
    private const string Prefix = "2.16.840.1.113733.1.9.";
    private const string ChallengePassword = "1.2.840.113549.1.9.7";
    private const string Aes128 = "2.16.840.1.101.3.4.1.2";
    private const string PkcsReq = "19";

    /// <summary>Writes the message.</summary>
    /// <param name="set">The codes, which become the challengePassword.</param>
    /// <param name="recipient">The CA.</param>
    public byte[] Write(CodeSet set, X509Certificate2 recipient)
    {
        var request = new CertificateRequest("CN=NaccsCert", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 own = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        request.OtherRequestAttributes.Add(
            new AsnEncodedData(ChallengePassword, Encode(writer => WriteText(writer, $"{set.Code1}:{set.Code2}{set.Code3}"))));
        var envelope = new EnvelopedCms(new ContentInfo(request.CreateSigningRequest()), new AlgorithmIdentifier(new Oid(Aes128)));
        envelope.Encrypt(new CmsRecipient(recipient));
        var message = new SignedCms(new ContentInfo(envelope.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, own) { IncludeOption = X509IncludeOption.EndCertOnly };
        Add(signer, 2, writer => WriteText(writer, PkcsReq));
        Add(signer, 5, writer => writer.WriteOctetString(RandomNumberGenerator.GetBytes(16)));
        Add(signer, 7, writer => WriteText(writer, Guid.NewGuid().ToString("N")));
        message.ComputeSignature(signer);
        return message.Encode();
    }

    /// <summary>Takes the certificate out of an answer.</summary>
    /// <param name="answer">The CertRep.</param>
    public X509Certificate2 Open(byte[] answer)
    {
        var signed = new SignedCms();
        signed.Decode(answer);
        signed.CheckSignature(verifySignatureOnly: true);
        var envelope = new EnvelopedCms();
        envelope.Decode(signed.ContentInfo.Content);
        envelope.Decrypt(envelope.RecipientInfos[0], key);
        var bundle = new SignedCms();
        bundle.Decode(envelope.ContentInfo.Content);
        return bundle.Certificates[0].CopyWithPrivateKey(key);
    }

    private static void Add(CmsSigner signer, int attribute, Action<AsnWriter> write) =>
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(Prefix + attribute), Encode(write)));

    private static void WriteText(AsnWriter writer, string text) => writer.WriteCharacterString(UniversalTagNumber.PrintableString, text);

    private static byte[] Encode(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }
}
