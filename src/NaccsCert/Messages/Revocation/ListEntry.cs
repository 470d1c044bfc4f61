using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Revocation;

/// <summary>An entry of a revocation list (RFC 5280, section 5.3).</summary>
/// <param name="SerialNumber">The octets of the serial number.</param>
/// <param name="Issuer">The encoded name of the certificate's issuer.</param>
/// <param name="Date">Since when.</param>
/// <param name="Reason">The number of the reason; null when there is none.</param>
/// <param name="HasUnknownExtension">Whether a critical extension of it is not known here.</param>
internal sealed record ListEntry(byte[] SerialNumber, byte[] Issuer, DateTimeOffset Date, int? Reason, bool HasUnknownExtension)
{
    private const int RemoveFromCrl = 8;

    /// <summary>Whether it says that the certificate is not revoked any more, as only a delta list may.</summary>
    public bool IsRemoval => Reason == RemoveFromCrl;

    /// <summary>Reads an entry.</summary>
    /// <param name="value">The entry.</param>
    /// <param name="issuer">The issuer for which the entry before it stood.</param>
    /// <exception cref="MessageFormatException">It is none.</exception>
    public static ListEntry Read(BerValue value, byte[] issuer)
    {
        try
        {
            List<BerValue> parts = value.As(BerTag.Sequence).Members();
            if (parts.Count is not (2 or 3))
            {
                throw new FormatException("no entry");
            }

            IReadOnlyList<ExtensionParts> extensions = parts.Count == 3 ? ExtensionParts.Of(parts[2]) : [];
            return new ListEntry(
                parts[0].As(BerTag.Integer).Content(),
                IssuerIn(extensions) ?? issuer,
                parts[1].Moment(),
                Value(extensions, ExtensionIds.ReasonCode)?.As(BerTag.Enumerated).SmallInteger(),
                extensions.Any(extension => extension.IsCritical
                    && extension.Identifier is not (ExtensionIds.ReasonCode or ExtensionIds.CertificateIssuer)));
        }
        catch (FormatException exception)
        {
            throw new MessageFormatException("no readable entry of the revocation list", exception);
        }
    }

    /// <summary>The entry as people read it.</summary>
    public RevocationEntry ToEntry() => RevocationEntry.Of(Date.UtcDateTime, Reason);

    private static byte[]? IssuerIn(IReadOnlyList<ExtensionParts> extensions) =>
        Value(extensions, ExtensionIds.CertificateIssuer) is { } names
            ? GeneralNameParts.In(names).FirstOrDefault(name => name.Kind == GeneralNameParts.Directory)?.Content
                ?? throw new FormatException("an issuer without a name")
            : null;

    private static BerValue? Value(IReadOnlyList<ExtensionParts> extensions, string identifier) =>
        extensions.FirstOrDefault(extension => extension.Identifier == identifier)?.Read();
}
