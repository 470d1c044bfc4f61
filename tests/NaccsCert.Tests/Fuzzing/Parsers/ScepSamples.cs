using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using NaccsCert.Messages;
using NaccsCert.Messages.Scep;
using NaccsCert.Services;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>What the sandbox has answered by SCEP, with a registration authority, and the keys that were needed for it.</summary>
internal static class ScepSamples
{
    private static readonly RSA ClientKey = KeyOf("key");
    private static readonly RSA RegistrarKey = KeyOf("registrar-key");
    private static readonly byte[] Granted = Captured("granted");

    /// <summary>The message that was answered.</summary>
    public static byte[] Sent { get; } = Captured("sent");

    /// <summary>Answers to GetCACert: CA and RA, one alone.</summary>
    public static IReadOnlyList<byte[]> Authorities { get; } = [Captured("authorities"), CACertReply.Parse(Captured("authorities"))[0]];

    /// <summary>Answers to GetCACaps.</summary>
    public static IReadOnlyList<byte[]> Capabilities { get; } =
        [Captured("capabilities"), Encoding.ASCII.GetBytes("POSTPKIOperation\r\nSHA-1\r\nDES3\r\n"), []];

    /// <summary>Answers to PKIOperation: granted, rejected, pending.</summary>
    public static IReadOnlyList<byte[]> Replies { get; } = [Granted, Captured("rejected"), Captured("pending")];

    /// <summary>What is signed in them.</summary>
    public static IReadOnlyList<byte[]> Attributes { get; } =
        [.. Replies.Select(reply => SignerOf(SignedDataIn(reply)).SignedAttrs.GetEncoded(Asn1Encodable.Der))];

    /// <summary>What is encrypted in the one that grants.</summary>
    public static IReadOnlyList<byte[]> Envelopes { get; } = [SignedMessage.Parse(Granted).Content];

    /// <summary>The pin of the CA.</summary>
    public static TrustAnchor Anchor { get; } = AnchorOf(CACertReply.Parse(Captured("authorities")).First(CertificateSignature.IsSelfSigned));

    /// <summary>Decrypts by the key that has asked.</summary>
    public static byte[] Decrypt(byte[] data)
    {
        lock (ClientKey)
        {
            return ClientKey.Decrypt(data, RSAEncryptionPadding.Pkcs1);
        }
    }

    /// <summary>Puts other attributes into an answer, and signs them: behind a signature that is right lies what no bent message reaches.</summary>
    /// <param name="attributes">The attributes, DER.</param>
    /// <returns>The message; null where they are no set.</returns>
    public static byte[]? Sign(byte[] attributes)
    {
        SignedData whole = SignedDataIn(Granted);
        SignerInfo signer = SignerOf(whole);
        try
        {
            var set = Asn1Set.GetInstance(Asn1Object.FromByteArray(attributes));
            var resigned = new SignerInfo(
                signer.SignerID, signer.DigestAlgorithm, set, signer.SignatureAlgorithm, new DerOctetString(SignatureOf(set)), null);
            return new ContentInfo(
                CmsObjectIdentifiers.SignedData,
                new SignedData(whole.DigestAlgorithms, whole.EncapContentInfo, whole.Certificates, whole.CRLs, new DerSet(resigned)))
                .GetEncoded(Asn1Encodable.Der);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or InvalidCastException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] SignatureOf(Asn1Set attributes)
    {
        lock (RegistrarKey)
        {
            return RegistrarKey.SignData(
                attributes.GetEncoded(Asn1Encodable.Der), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private static SignedData SignedDataIn(byte[] message) => SignedData.GetInstance(ContentInfo.GetInstance(Asn1Object.FromByteArray(message)).Content);

    private static SignerInfo SignerOf(SignedData message) => SignerInfo.GetInstance(message.SignerInfos[0]);

    private static TrustAnchor AnchorOf(byte[] root) => new("sandbox", TrustAnchorPurpose.Client, Fingerprint.Sha256(root), root);

    private static RSA KeyOf(string name)
    {
        var key = RSA.Create();
        key.ImportParameters(DotNetUtilities.ToRSAParameters((RsaPrivateCrtKeyParameters)PrivateKeyFactory.CreateKey(Captured(name))));
        return key;
    }

    private static byte[] Captured(string name)
    {
        using Stream stream = typeof(ScepSamples).Assembly.GetManifestResourceStream($"sandbox-{name}.b64")!;
        using var reader = new StreamReader(stream);
        return Convert.FromBase64String(reader.ReadToEnd());
    }
}
