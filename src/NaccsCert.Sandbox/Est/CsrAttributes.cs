using System.Formats.Asn1;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Est;

/// <summary>What the sandbox likes to find in a CSR (RFC 7030 section 4.5.2, as RFC 9908 reads it).</summary>
internal static class CsrAttributes
{
    public const string ExtensionRequest = "1.2.840.113549.1.9.14";

    private const string ExtendedKeyUsage = "2.5.29.37";

    /// <summary>The wanted kind of key, if any, and client authentication as the extended key usage, DER.</summary>
    /// <param name="wantedKey">The wanted kind of key.</param>
    /// <param name="behavior">Whether a link to the TLS session is wanted, and whether there is a template.</param>
    public static byte[] Encode(WantedKey wantedKey, EstBehavior behavior)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (behavior.ChallengePassword == ChallengePasswordRule.Link)
            {
                writer.WriteObjectIdentifier(ChallengePassword.Type);
            }

            WriteKey(writer, wantedKey);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(ExtensionRequest);
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    WriteExtendedKeyUsage(writer);
                }
            }

            if (behavior.CsrAttributes is CsrAttributesRule.RequestTemplate or CsrAttributesRule.ExtensionTemplate)
            {
                RequestTemplate.Write(writer, wantedKey, behavior.CsrAttributes == CsrAttributesRule.ExtensionTemplate);
            }
        }

        return writer.Encode();
    }

    /// <summary>Writes the extension that names client authentication.</summary>
    public static void WriteExtendedKeyUsage(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(ExtendedKeyUsage);
            using (writer.PushOctetString())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(ObjectIdentifiers.ClientAuthentication);
            }
        }
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
            writer.WriteObjectIdentifier(wantedKey.Algorithm());
            using (writer.PushSetOf())
            {
                if (wantedKey.Curve() is { } curve)
                {
                    writer.WriteObjectIdentifier(curve);
                }
                else
                {
                    writer.WriteInteger(wantedKey.Size());
                }
            }
        }
    }
}
