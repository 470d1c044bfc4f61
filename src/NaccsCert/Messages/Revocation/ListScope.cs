using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Revocation;

/// <summary>Which certificates a revocation list speaks for: its issuing distribution point (RFC 5280, section 5.2.5).</summary>
internal sealed record ListScope
{
    /// <summary>All certificates of the list's issuer, for every reason.</summary>
    public static ListScope Whole { get; } = new();

    /// <summary>The names of the place that it was published for; null for any.</summary>
    public IReadOnlyList<GeneralNameParts>? Names { get; private init; }

    public bool OnlyUserCertificates { get; private init; }

    public bool OnlyAuthorityCertificates { get; private init; }

    public bool OnlyAttributeCertificates { get; private init; }

    /// <summary>The reasons for which it lists certificates.</summary>
    public RevocationReasons Reasons { get; private init; } = RevocationReasons.All;

    /// <summary>Whether it lists certificates of other issuers too.</summary>
    public bool IsIndirect { get; private init; }

    /// <summary>What the extensions of a list say.</summary>
    /// <param name="extensions">The extensions.</param>
    /// <param name="issuer">The encoded name of the list's issuer.</param>
    /// <exception cref="FormatException">They cannot be read.</exception>
    public static ListScope Of(IEnumerable<ExtensionParts> extensions, byte[] issuer)
    {
        ExtensionParts? extension = extensions
            .FirstOrDefault(extension => extension.Identifier == ExtensionIds.IssuingDistributionPoint);
        if (extension is null)
        {
            return Whole;
        }

        List<BerValue> parts = extension.Read().As(BerTag.Sequence).Members();
        return new ListScope
        {
            Names = parts.Exists(part => part.Tag == BerTag.Explicit(0))
                ? DistributionPoint.NamesIn(parts.Find(part => part.Tag == BerTag.Explicit(0)).First(), issuer)
                : null,
            OnlyUserCertificates = Flag(parts, 1),
            OnlyAuthorityCertificates = Flag(parts, 2),
            Reasons = parts.Exists(part => part.Tag == BerTag.Primitive(3))
                ? RevocationReasonBits.Read(parts.Find(part => part.Tag == BerTag.Primitive(3)))
                : RevocationReasons.All,
            IsIndirect = Flag(parts, 4),
            OnlyAttributeCertificates = Flag(parts, 5),
        };
    }

    private static bool Flag(List<BerValue> parts, int number) =>
        parts.Exists(part => part.Tag == BerTag.Primitive(number) && part.Boolean());
}
