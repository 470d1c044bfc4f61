using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X9;

namespace NaccsCert.Messages.Est;

/// <summary>The answer of <c>/csrattrs</c>: a sequence of object identifiers and attributes (RFC 8951, section 3.2).</summary>
internal static class CsrAttributesMessage
{
    /// <summary>More csrAttributes than any service has; each extension goes into the request.</summary>
    private const int MaxAttributes = 256;

    /// <summary>Reads the csrAttributes of the service; unknown ones are passed over, as the RFC lets a client do.</summary>
    /// <param name="content">The body of the answer.</param>
    /// <returns>The csrAttributes; an empty sequence has none.</returns>
    /// <exception cref="MessageFormatException">It is no such sequence.</exception>
    public static CsrAttributes Parse(byte[] content)
    {
        try
        {
            if (content.All(character => character is (byte)'\r' or (byte)'\n' or (byte)' '))
            {
                return CsrAttributes.None;
            }

            var attributes = Asn1Sequence.GetInstance(Asn1Reader.Read(Decode(content)));
            CsrAttributes csrAttributes = attributes.Count <= MaxAttributes
                ? attributes.Aggregate(CsrAttributes.None, Add)
                : throw new MessageFormatException($"{attributes.Count} CSR attributes");
            return csrAttributes.Extensions.Count <= MaxAttributes
                ? csrAttributes
                : throw new MessageFormatException($"{csrAttributes.Extensions.Count} csrAttributes for extensions");
        }
        catch (Exception exception) when (exception is FormatException or IOException or ArgumentException
            or InvalidOperationException or InvalidCastException or Asn1ParsingException)
        {
            throw new MessageFormatException("no CSR attributes", exception);
        }
    }

    // An empty sequence is two bytes, too short for the test by which DER is told from base64.
    private static byte[] Decode(byte[] content) =>
        content.Length >= 2 && content[0] == 0x30 && content[1] == content.Length - 2
            ? content
            : TransferEncoding.Decode(content);

    private static CsrAttributes Add(CsrAttributes known, Asn1Encodable item)
    {
        if (item.ToAsn1Object() is DerObjectIdentifier identifier)
        {
            return identifier.Equals(PkcsObjectIdentifiers.Pkcs9AtChallengePassword)
                ? known with { ChallengePassword = true }
                : known;
        }

        var attribute = AttributePkcs.GetInstance(item);
        if (attribute.AttrType.Equals(PkcsObjectIdentifiers.Pkcs9AtExtensionRequest))
        {
            return known with { Extensions = [.. known.Extensions, .. RequestedExtensions(attribute)] };
        }

        return KeyAlgorithmOf(attribute) is { } algorithm ? known with { KeyAlgorithm = algorithm } : known;
    }

    // A value may also be a bare object identifier (the example of RFC 7030, section 4.5.2): it says nothing to ask for.
    private static IEnumerable<byte[]> RequestedExtensions(AttributePkcs attribute) =>
        attribute.AttrValues
            .OfType<Asn1Sequence>()
            .SelectMany(extensions => extensions)
            .OfType<Asn1Sequence>()
            .Where(IsWholeExtension)
            .Select(extension => extension.GetDerEncoded());

    private static bool IsWholeExtension(Asn1Sequence extension) =>
        extension.Count is 2 or 3 && extension[0] is DerObjectIdentifier && extension[extension.Count - 1] is Asn1OctetString;

    // The type names the kind of key, the value its size or curve (RFC 7030, section 4.5.2).
    private static KeyAlgorithm? KeyAlgorithmOf(AttributePkcs attribute)
    {
        Asn1Object? value = attribute.AttrValues.Select(item => item.ToAsn1Object()).FirstOrDefault();
        if (attribute.AttrType.Equals(PkcsObjectIdentifiers.RsaEncryption) && value is DerInteger size)
        {
            return size.Value.BitLength > 31 ? null : size.IntValueExact switch
            {
                2048 => KeyAlgorithm.Rsa2048,
                3072 => KeyAlgorithm.Rsa3072,
                4096 => KeyAlgorithm.Rsa4096,
                _ => null,
            };
        }

        if (attribute.AttrType.Equals(X9ObjectIdentifiers.IdECPublicKey) && value is DerObjectIdentifier curve)
        {
            return curve.Equals(SecObjectIdentifiers.SecP256r1) ? KeyAlgorithm.EcdsaP256
                : curve.Equals(SecObjectIdentifiers.SecP384r1) ? KeyAlgorithm.EcdsaP384
                : null;
        }

        return null;
    }
}
