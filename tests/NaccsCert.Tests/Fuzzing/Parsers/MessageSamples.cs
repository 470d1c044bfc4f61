using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using KeyUsage = Org.BouncyCastle.Asn1.X509.KeyUsage;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>Binary messages that the parsers take, in all their encodings.</summary>
internal static class MessageSamples
{
    private static readonly byte[] Message =
        CertsOnlyMessage.Build([SampleAuthority.Client.RawData, SampleAuthority.Root.RawData]);

    /// <summary>Certs-only messages: ours, the authority's, base64 in lines, armoured.</summary>
    public static IReadOnlyList<byte[]> Cms { get; } =
    [
        Message,
        SampleAuthority.Message,
        EnrollmentRequestBody.Encode(Message),
        Ascii(Pem.Encode("PKCS7", Message)),
    ];

    /// <summary>Single certificates, DER.</summary>
    public static IReadOnlyList<byte[]> Certificates { get; } = [SampleAuthority.Root.RawData, SampleAuthority.Client.RawData];

    /// <summary>Certificate files.</summary>
    public static IReadOnlyList<byte[]> CertificateFiles { get; } =
    [
        SampleAuthority.Root.RawData,
        Ascii("Bag Attributes\n" + Pem.Encode("CERTIFICATE", SampleAuthority.Root.RawData)),
        Ascii(Pem.Encode("X509 CERTIFICATE", SampleAuthority.Client.RawData).ReplaceLineEndings("\r\n")),
    ];

    /// <summary>CSR attributes: the example of RFC 7030 (section 4.5.2), csrAttributes of every kind, none, a template (RFC 9908).</summary>
    public static IReadOnlyList<byte[]> CsrAttributes { get; } =
    [
        Ascii("MEEGCSqGSIb3DQEJBzASBgcqhkjOPQIBMQcGBSuBBAAiMBYGCSqGSIb3DQEJDjEJBgcrBgEBAQEWBggqhkjOPQQDAw==\r\n"),
        Wishes(),
        EnrollmentRequestBody.Encode(Wishes()),
        [0x30, 0x00],
        Ascii(
            "MHYwdAYLKoZIhvcNAQkQAj0xZTBjAgEAMBgxBzAFBgNVBAMxDTALBgNVBAsMBHVuaXSgFTATBgcqhkjO"
            + "PQIBBggqhkjOPQMBB6EtMCsGCyqGSIb3DQEJEAI+MRwwGjARBgNVHREECjAIggRuYW1lhwAwBQYDVR0l"),
    ];

    /// <summary>Revocation lists, DER and PEM.</summary>
    public static IReadOnlyList<byte[]> RevocationLists { get; } =
    [
        SampleAuthority.RevocationList,
        Ascii(PemEncoding.WriteString("X509 CRL", SampleAuthority.RevocationList)),
    ];

    private static byte[] Wishes() => new DerSequence(
        PkcsObjectIdentifiers.Pkcs9AtChallengePassword,
        new AttributePkcs(PkcsObjectIdentifiers.RsaEncryption, new DerSet(DerInteger.ValueOf(3072))),
        new AttributePkcs(X9ObjectIdentifiers.IdECPublicKey, new DerSet(X9ObjectIdentifiers.Prime256v1)),
        new AttributePkcs(
            PkcsObjectIdentifiers.Pkcs9AtExtensionRequest,
            new DerSet(new DerSequence(new DerSequence(
                X509Extensions.KeyUsage, DerBoolean.True, new DerOctetString(new KeyUsage(KeyUsage.DigitalSignature))))))).GetDerEncoded();

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
