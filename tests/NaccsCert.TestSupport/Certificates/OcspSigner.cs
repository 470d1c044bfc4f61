using System;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace NaccsCert.TestSupport.Certificates;

/// <summary>Whoever signs an OCSP response, whether he may or not.</summary>
/// <param name="algorithm">The object identifier of the signature.</param>
/// <param name="sign">Signs.</param>
/// <param name="certificates">The DER certificates that go with the response.</param>
internal sealed partial class OcspSigner(string algorithm, Func<byte[], byte[]> sign, params byte[][] certificates)
{
    private const string RsaWithSha256 = "1.2.840.113549.1.1.11";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>One with an RSA key, who signs the same in the same way every time.</summary>
    public static OcspSigner With(RSA key, params byte[][] certificates) => new(
        RsaWithSha256, content => key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), certificates);

    /// <summary>Signs an answer to a request.</summary>
    public byte[] Sign(OcspReply answer, byte[] request) => Sign(answer.ToBeSigned(request));

    /// <summary>Signs a ResponseData, or whatever is to pass for one.</summary>
    public byte[] Sign(byte[] toBeSigned)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue([0x0A, 0x01, 0x00]);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.1");
                using (writer.PushOctetString())
                {
                    WriteBasic(writer, toBeSigned);
                }
            }
        }

        return writer.Encode();
    }

    private void WriteBasic(AsnWriter writer, byte[] toBeSigned)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(algorithm);
            }

            writer.WriteBitString(sign(toBeSigned));
            if (certificates.Length > 0)
            {
                using (writer.PushSequence(Zero))
                using (writer.PushSequence())
                {
                    Array.ForEach(certificates, certificate => writer.WriteEncodedValue(certificate));
                }
            }
        }
    }
}
