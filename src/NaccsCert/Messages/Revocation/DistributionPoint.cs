using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Revocation;

/// <summary>A place where a certificate's revocation list is published (RFC 5280, section 4.2.1.13).</summary>
/// <param name="Names">Its names, of which a list may bear any; none when only its issuer is named.</param>
/// <param name="Reasons">The reasons for which the certificate is listed there.</param>
/// <param name="Issuers">The encoded names of the list's issuer; none when that is the certificate's.</param>
internal sealed record DistributionPoint(
    IReadOnlyList<GeneralNameParts> Names, RevocationReasons Reasons, IReadOnlyList<byte[]> Issuers)
{
    private const int FullName = 0;

    /// <summary>The places that a certificate names; none when it names none.</summary>
    /// <exception cref="FormatException">They cannot be read.</exception>
    public static IReadOnlyList<DistributionPoint> Of(CertificateParts certificate) =>
        certificate.Extension(ExtensionIds.CrlDistributionPoints) is { } extension
            ? [.. extension.As(BerTag.Sequence).Members().Select(point => Read(point, certificate.Issuer))]
            : [];

    /// <summary>The place that a certificate without any means: wherever its issuer's list is (section 6.3.3).</summary>
    public static DistributionPoint OfIssuer(CertificateParts certificate) =>
        new([new GeneralNameParts(GeneralNameParts.Directory, certificate.Issuer)], RevocationReasons.All, []);

    /// <summary>The names in a DistributionPointName.</summary>
    /// <param name="name">The full name, or what stands below the issuer's.</param>
    /// <param name="issuer">The encoded name of the list's issuer.</param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static IReadOnlyList<GeneralNameParts> NamesIn(BerValue name, byte[] issuer)
    {
        if (name.Tag == BerTag.Explicit(FullName))
        {
            return [.. GeneralNameParts.In(name)];
        }

        byte[] below = DerWriter.Write(BerTag.Set, name.Content());
        byte[] whole = DerWriter.Write(BerTag.Sequence, BerValue.Read(issuer).Content(), below);
        return [new GeneralNameParts(GeneralNameParts.Directory, whole)];
    }

    private static DistributionPoint Read(BerValue point, byte[] certificateIssuer)
    {
        List<BerValue> parts = point.As(BerTag.Sequence).Members();
        List<byte[]> issuers =
        [
            .. parts.Where(part => part.Tag == BerTag.Explicit(2))
                .SelectMany(GeneralNameParts.In)
                .Where(name => name.Kind == GeneralNameParts.Directory)
                .Select(name => name.Content),
        ];
        return new DistributionPoint(
            [
                .. parts.Where(part => part.Tag == BerTag.Explicit(0))
                    .SelectMany(part => NamesIn(part.First(), issuers.Count > 0 ? issuers[0] : certificateIssuer)),
            ],
            parts.Exists(part => part.Tag == BerTag.Primitive(1))
                ? RevocationReasonBits.Read(parts.Find(part => part.Tag == BerTag.Primitive(1)))
                : RevocationReasons.All,
            issuers);
    }
}
