using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Writes names that the framework's builder has no words for.</summary>
internal static class DistinguishedNames
{
    public const string CommonName = "2.5.4.3";
    public const string Organization = "2.5.4.10";
    public const string OrganizationalUnit = "2.5.4.11";

    /// <summary>The organization in all names of the sandbox.</summary>
    public const string Sandbox = "NaccsCert Sandbox";

    /// <summary>A name of single-valued and multi-valued parts, in the order of the wire, all strings UTF-8.</summary>
    public static X500DistinguishedName Of(params (string Type, string Value)[][] parts)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach ((string, string)[] part in parts)
            {
                WritePart(writer, part);
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }

    private static void WritePart(AsnWriter writer, (string Type, string Value)[] part)
    {
        using (writer.PushSetOf())
        {
            foreach ((string type, string value) in part)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(type);
                    writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
                }
            }
        }
    }
}
