using System.Collections.Generic;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace NaccsCert.Messages.Est;

/// <summary>
/// The extensions that a service wants to see requested: whole ones, and those of a template, whose values are for the
/// client to fill in (RFC 9908, section 3.4).
/// </summary>
internal static class WantedExtensions
{
    /// <summary>The attribute <c>id-aa-extensionReqTemplate</c>.</summary>
    private const string Template = "1.2.840.113549.1.9.16.2.62";

    private const int DirectoryName = 4;
    private const int IPAddress = 7;

    /// <summary>Reads the extensions in attributes.</summary>
    /// <returns>
    /// The DER Extension values, the first of each kind. One without a value that a client could know is left out; so is a value
    /// that is a bare object identifier (the example of RFC 7030, section 4.5.2), which says nothing to ask for.
    /// </returns>
    public static IReadOnlyList<byte[]> Read(IEnumerable<WantedAttribute> attributes) =>
    [
        .. attributes
            .Where(attribute => attribute.Type == Template || attribute.Type == PkcsObjectIdentifiers.Pkcs9AtExtensionRequest.Id)
            .SelectMany(attribute => attribute.Values)
            .OfType<Asn1Sequence>()
            .SelectMany(extensions => extensions)
            .OfType<Asn1Sequence>()
            .Select(Complete)
            .OfType<byte[]>()
            .GroupBy(CertificateExtension.IdentifierOf)
            .Select(extensions => extensions.First()),
    ];

    private static byte[]? Complete(Asn1Sequence extension)
    {
        if (extension.Count is < 1 or > 3 || extension[0] is not DerObjectIdentifier identifier)
        {
            return null;
        }

        byte[]? given = extension.OfType<Asn1OctetString>().FirstOrDefault()?.GetOctets();
        byte[]? value = given is null ? Known(identifier.Id) : WithoutBlanks(identifier.Id, given);
        if (value is null)
        {
            return null;
        }

        var parts = new Asn1EncodableVector(identifier);
        if (extension.OfType<DerBoolean>().Any(isCritical => isCritical.IsTrue))
        {
            parts.Add(DerBoolean.True);
        }

        parts.Add(new DerOctetString(value));
        return new DerSequence(parts).GetDerEncoded();
    }

    // What every client certificate is for. Other values, such as a name, are not known before the service gives them.
    private static byte[]? Known(string identifier) => identifier switch
    {
        ExtensionIds.KeyUsage => new Org.BouncyCastle.Asn1.X509.KeyUsage(
            Org.BouncyCastle.Asn1.X509.KeyUsage.DigitalSignature).GetDerEncoded(),
        ExtensionIds.ExtendedKeyUsage => new ExtendedKeyUsage(KeyPurposeID.id_kp_clientAuth).GetDerEncoded(),
        _ => null,
    };

    // An address of no octets and a directory name of no parts stand for those of the client, who knows none. Without any
    // name left there is no extension.
    private static byte[]? WithoutBlanks(string identifier, byte[] value)
    {
        if (identifier != ExtensionIds.SubjectAlternativeName)
        {
            return value;
        }

        var names = Asn1Sequence.GetInstance(Asn1Reader.Read(value));
        Asn1Encodable[] known = [.. names.Where(name => !IsBlank(Asn1TaggedObject.GetInstance(name)))];
        if (known.Length == names.Count)
        {
            return value;
        }

        return known.Length == 0 ? null : new DerSequence(known).GetDerEncoded();
    }

    private static bool IsBlank(Asn1TaggedObject name) => name.TagNo switch
    {
        IPAddress => Asn1OctetString.GetInstance(name, false).GetOctets().Length == 0,
        DirectoryName => Asn1Sequence.GetInstance(name, true).Count == 0,
        _ => false,
    };
}
