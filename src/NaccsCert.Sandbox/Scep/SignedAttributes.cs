using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;

namespace NaccsCert.Sandbox.Scep;

/// <summary>The signed attributes of a message (RFC 8894 section 3.2.1).</summary>
/// <param name="attributes">As they were found.</param>
internal sealed class SignedAttributes(CryptographicAttributeObjectCollection attributes)
{
    /// <summary>A PrintableString.</summary>
    /// <exception cref="AsnContentException">There is none.</exception>
    public string Text(string type) => Value(type).ReadCharacterString(UniversalTagNumber.PrintableString);

    /// <summary>An octet string.</summary>
    /// <exception cref="AsnContentException">There is none.</exception>
    public byte[] Octets(string type) => Value(type).ReadOctetString();

    /// <summary>A PrintableString to be signed.</summary>
    public static AsnEncodedData OfText(string type, string text) => Of(type, UniversalTagNumber.PrintableString, text);

    /// <summary>A UTF8String to be signed.</summary>
    public static AsnEncodedData OfUtf8(string type, string text) => Of(type, UniversalTagNumber.UTF8String, text);

    /// <summary>An octet string to be signed.</summary>
    public static AsnEncodedData OfOctets(string type, byte[] octets)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(octets);
        return new AsnEncodedData(new Oid(type), writer.Encode());
    }

    private static AsnEncodedData Of(string type, UniversalTagNumber kind, string text)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(kind, text);
        return new AsnEncodedData(new Oid(type), writer.Encode());
    }

    private AsnReader Value(string type)
    {
        AsnEncodedData? value = attributes.Cast<CryptographicAttributeObject>()
            .Where(attribute => attribute.Oid.Value == type)
            .Select(attribute => attribute.Values)
            .FirstOrDefault(values => values.Count == 1)?[0];
        return value is not null ? new AsnReader(value.RawData, AsnEncodingRules.BER) : throw new AsnContentException();
    }
}
