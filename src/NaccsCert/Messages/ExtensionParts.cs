using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>One extension (RFC 5280, section 4.2).</summary>
/// <param name="Identifier">Its object identifier.</param>
/// <param name="IsCritical">Whether it must not be passed over.</param>
/// <param name="Value">What is in its octet string.</param>
internal sealed record ExtensionParts(string Identifier, bool IsCritical, byte[] Value)
{
    /// <summary>The extensions in an explicitly tagged sequence of them, if there is one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IReadOnlyList<ExtensionParts> In(IEnumerable<BerValue> tagged) =>
        [.. tagged.Take(1).SelectMany(value => Of(value.Inner()))];

    /// <summary>The extensions in a sequence of them.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IReadOnlyList<ExtensionParts> Of(BerValue sequence) =>
        [.. sequence.As(BerTag.Sequence).Members().Select(One)];

    /// <summary>The value in it.</summary>
    /// <exception cref="FormatException">It is no BER.</exception>
    public BerValue Read() => BerValue.Read(Value);

    private static ExtensionParts One(BerValue extension)
    {
        List<BerValue> parts = extension.As(BerTag.Sequence).Members();
        if (parts.Count is not (2 or 3))
        {
            throw new FormatException("no extension");
        }

        return new ExtensionParts(
            parts[0].ObjectIdentifier(),
            parts.Count == 3 && parts[1].As(BerTag.Boolean).Boolean(),
            parts[parts.Count - 1].As(BerTag.OctetString).Content());
    }
}
