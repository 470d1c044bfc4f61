using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Org.BouncyCastle.Asn1;

namespace NaccsCert.Messages.Est;

/// <summary>The answer of <c>/csrattrs</c>: a sequence of object identifiers and attributes (RFC 8951, section 3.2; RFC 9908).</summary>
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
            var attributes = Asn1Sequence.GetInstance(Asn1Reader.Read(Decode(content)));
            return attributes.Count <= MaxAttributes
                ? Bounded(Read([.. attributes.Select(WantedAttribute.Read)]))
                : throw new MessageFormatException($"{attributes.Count} CSR attributes");
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

    private static CsrAttributes Bounded(CsrAttributes csrAttributes) => csrAttributes.Extensions.Count <= MaxAttributes
        ? csrAttributes
        : throw new MessageFormatException($"{csrAttributes.Extensions.Count} csrAttributes for extensions");

    // Who understands the template uses it alone: what stands beside it is for others (RFC 9908, section 4).
    private static CsrAttributes Read(IReadOnlyList<WantedAttribute> attributes)
    {
        WantedAttribute? template = attributes.FirstOrDefault(attribute => attribute.Type == RequestTemplate.Identifier);
        return template is { Values.Count: 1 }
            ? RequestTemplate.Read(Asn1Sequence.GetInstance(template.Values[0]))
            : new CsrAttributes(
                [.. attributes.SelectMany(attribute => WantedKey.Read(attribute.Type, attribute.FirstValue)).Distinct()],
                attributes.Any(attribute => attribute.IsChallengePassword),
                WantedExtensions.Read(attributes));
    }
}
