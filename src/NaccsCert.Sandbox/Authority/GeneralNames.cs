using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Writes subject alternative names (RFC 5280 section 4.2.1.6) that the framework's builder does not.</summary>
internal static class GeneralNames
{
    // directoryName is tagged explicitly, as Name is a choice.
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4, isConstructed: true);

    /// <summary>GeneralNames of one directoryName, DER.</summary>
    public static byte[] Directory(X500DistinguishedName name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(DirectoryName))
        {
            writer.WriteEncodedValue(name.RawData);
        }

        return writer.Encode();
    }
}
