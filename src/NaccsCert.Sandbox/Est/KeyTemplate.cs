using System.Formats.Asn1;

namespace NaccsCert.Sandbox.Est;

/// <summary>
/// The wanted kind of key in a template (RFC 9908 section 3.4, SubjectPublicKeyInfoTemplate): a curve, or an RSA key of
/// the wanted size whose number stands for any.
/// </summary>
internal static class KeyTemplate
{
    private const int PublicExponent = 65537;

    public static void Write(AsnWriter writer, Asn1Tag tag, WantedKey wantedKey)
    {
        if (wantedKey == WantedKey.Any)
        {
            return;
        }

        using (writer.PushSequence(tag))
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(wantedKey.Algorithm());
                if (wantedKey.Curve() is { } curve)
                {
                    writer.WriteObjectIdentifier(curve);
                }
                else
                {
                    writer.WriteNull();
                }
            }

            if (wantedKey.Curve() is null)
            {
                writer.WriteBitString(PlaceholderKey(wantedKey.Size()));
            }
        }
    }

    private static byte[] PlaceholderKey(int size)
    {
        var modulus = new byte[size / 8];
        modulus[0] = 0x80;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(modulus);
            writer.WriteInteger(PublicExponent);
        }

        return writer.Encode();
    }
}
