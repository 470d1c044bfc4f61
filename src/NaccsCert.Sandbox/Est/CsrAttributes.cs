using System.Formats.Asn1;

namespace NaccsCert.Sandbox.Est;

/// <summary>What the sandbox likes to find in a CSR (RFC 7030 section 4.5.2, as RFC 9908 reads it).</summary>
internal static class CsrAttributes
{
    public const string ContentType = "application/csrattrs";

    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    private const string ExtensionRequest = "1.2.840.113549.1.9.14";
    private const string ExtendedKeyUsage = "2.5.29.37";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const int RsaKeySize = 2048;

    /// <summary>An RSA key of 2048 bits, SHA-256, and client authentication as the extended key usage, DER.</summary>
    public static byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Sha256WithRsa);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(RsaEncryption);
                using (writer.PushSetOf())
                {
                    writer.WriteInteger(RsaKeySize);
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(ExtensionRequest);
                using (writer.PushSetOf())
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(ExtendedKeyUsage);
                    using (writer.PushOctetString())
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(ClientAuthentication);
                    }
                }
            }
        }

        return writer.Encode();
    }
}
