using System.Formats.Asn1;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>A certs-only CMS message: SignedData without content and signers (RFC 5652 section 5, RFC 7030 section 4.1.3).</summary>
internal static class CertsOnlyMessage
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const int Version = 1;

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The message that carries certificates, given as DER. A set has no order but that of DER.</summary>
    public static byte[] Encode(byte[][] certificates)
    {
        // The framework's own export writes an empty content, where RFC 5652 section 5.2 wants none.
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(Version);
                WriteEmptySet(writer);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Data);
                }

                using (writer.PushSetOf(Zero))
                {
                    foreach (byte[] certificate in certificates)
                    {
                        writer.WriteEncodedValue(certificate);
                    }
                }

                WriteEmptySet(writer);
            }
        }

        return writer.Encode();
    }

    private static void WriteEmptySet(AsnWriter writer)
    {
        using (writer.PushSetOf())
        {
        }
    }
}
