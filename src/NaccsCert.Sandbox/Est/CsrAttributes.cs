using System.Formats.Asn1;

namespace NaccsCert.Sandbox.Est;

/// <summary>What the sandbox likes to find in a CSR (RFC 7030 section 4.5.2, as RFC 9908 reads it).</summary>
internal static class CsrAttributes
{
    public const string ContentType = "application/csrattrs";

    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string P384 = "1.3.132.0.34";
    private const string ExtensionRequest = "1.2.840.113549.1.9.14";
    private const string ExtendedKeyUsage = "2.5.29.37";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>The wanted kind of key, if any, and client authentication as the extended key usage, DER.</summary>
    public static byte[] Encode(WantedKey wantedKey)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteKey(writer, wantedKey);
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

    // The type names the kind of key, its value the size or the curve.
    private static void WriteKey(AsnWriter writer, WantedKey wantedKey)
    {
        if (wantedKey == WantedKey.Any)
        {
            return;
        }

        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(wantedKey is WantedKey.P256 or WantedKey.P384 ? EcPublicKey : RsaEncryption);
            using (writer.PushSetOf())
            {
                switch (wantedKey)
                {
                    case WantedKey.P256: writer.WriteObjectIdentifier(P256); break;
                    case WantedKey.P384: writer.WriteObjectIdentifier(P384); break;
                    case WantedKey.Rsa4096: writer.WriteInteger(4096); break;
                    case WantedKey.Rsa3072: writer.WriteInteger(3072); break;
                    default: writer.WriteInteger(2048); break;
                }
            }
        }
    }
}
