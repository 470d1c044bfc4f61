using System.Formats.Asn1;
using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Est;

/// <summary>A template of the CSR that is wanted (RFC 9908 section 3.4).</summary>
internal static class RequestTemplate
{
    private const string InfoTemplate = "1.2.840.113549.1.9.16.2.61";
    private const string ExtensionTemplate = "1.2.840.113549.1.9.16.2.62";

    private static readonly Asn1Tag PublicKeyInfo = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Attributes = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>Writes the attribute <c>id-aa-certificationRequestInfoTemplate</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="wantedKey">The wanted kind of key.</param>
    /// <param name="extensionsAreTemplate">
    /// Whether the extensions come as <c>id-aa-extensionReqTemplate</c>, with a subjectAltName whose value is the client's to choose.
    /// </param>
    public static void Write(AsnWriter writer, WantedKey wantedKey, bool extensionsAreTemplate)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(InfoTemplate);
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                WriteSubject(writer);
                KeyTemplate.Write(writer, PublicKeyInfo, wantedKey);
                using (writer.PushSetOf(Attributes))
                {
                    WriteExtensions(writer, extensionsAreTemplate);
                }
            }
        }
    }

    // The organization is given, the common name is for the client to fill in.
    private static void WriteSubject(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            WriteName(writer, DistinguishedNames.Organization, DistinguishedNames.Sandbox);
            WriteName(writer, DistinguishedNames.CommonName, value: null);
        }
    }

    private static void WriteName(AsnWriter writer, string type, string? value)
    {
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            if (value is not null)
            {
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
            }
        }
    }

    private static void WriteExtensions(AsnWriter writer, bool areTemplate)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(areTemplate ? ExtensionTemplate : CsrAttributes.ExtensionRequest);
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                CsrAttributes.WriteExtendedKeyUsage(writer);
                if (areTemplate)
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(ObjectIdentifiers.SubjectAlternativeName);
                    }
                }
            }
        }
    }
}
