using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;
using NaccsCert.Time;

namespace NaccsCert.Messages.Revocation;

/// <summary>When a revocation list may be relied on, and for which certificates (RFC 5280, sections 5.2 and 6.3.3).</summary>
internal static class ListRules
{
    /// <summary>Why a list proves nothing, whatever certificate is asked about; null when it may.</summary>
    /// <exception cref="FormatException">An extension cannot be read.</exception>
    public static ListDoubt? DoubtAbout(RevocationList list, CertificateParts signer, DateTimeOffset now)
    {
        if (list.Extensions.Any(extension => extension.Identifier == ExtensionIds.DeltaCrlIndicator))
        {
            return ListDoubt.DeltaList;
        }

        if (list.Extensions.Any(extension => extension.IsCritical && extension.Identifier != ExtensionIds.IssuingDistributionPoint))
        {
            return ListDoubt.UnknownCriticalExtension;
        }

        if (!KeyUsage.Allows(signer, KeyUsage.CrlSign))
        {
            return ListDoubt.SignerNotAllowed;
        }

        return list.ThisUpdate - now.UtcDateTime <= ClockSkew.Tolerated ? null : ListDoubt.NotCurrent;
    }

    /// <summary>Why it proves nothing that a certificate is not on a list; null when it does.</summary>
    /// <exception cref="MessageFormatException">An entry cannot be read.</exception>
    public static ListDoubt? DoubtAboutAbsence(RevocationList list, DateTimeOffset now)
    {
        if (list.NextUpdate is not { } next || now.UtcDateTime - next > ClockSkew.Tolerated)
        {
            return ListDoubt.NotCurrent;
        }

        if (list.HasUnknownEntry())
        {
            return ListDoubt.UnknownCriticalExtension;
        }

        // RFC 5280, section 5.2.3.
        return list.Extensions.Any(extension => extension.Identifier == ExtensionIds.CrlNumber) ? null : ListDoubt.WithoutNumber;
    }

    /// <summary>Whether a list is for certificates of another kind (section 6.3.3 (b) (2)).</summary>
    /// <exception cref="FormatException">An extension cannot be read.</exception>
    public static bool OtherKind(ListScope scope, CertificateParts certificate)
    {
        BerValue? constraints = certificate.Extension(ExtensionIds.BasicConstraints);
        bool isAuthority = constraints is { Length: > 0 } some && some.First() is { Tag: BerTag.Boolean } flag && flag.Boolean();
        return scope.OnlyAttributeCertificates
            || (scope.OnlyUserCertificates && isAuthority)
            || (scope.OnlyAuthorityCertificates && !isAuthority);
    }

    /// <summary>Whether a list is the one of a place that a certificate names (section 6.3.3 (b) (1) and (2) (i)).</summary>
    public static bool SpeaksFor(RevocationList list, DistributionPoint point, CertificateParts certificate)
    {
        bool isIssuer = point.Issuers.Count == 0
            ? DistinguishedNames.AreEqual(list.Issuer, certificate.Issuer)
            : list.Scope.IsIndirect && point.Issuers.Any(issuer => DistinguishedNames.AreEqual(list.Issuer, issuer));
        if (!isIssuer || list.Scope.Names is not { } names)
        {
            return isIssuer;
        }

        IEnumerable<GeneralNameParts> named = point.Names.Count > 0
            ? point.Names
            : point.Issuers.Select(issuer => new GeneralNameParts(GeneralNameParts.Directory, issuer));
        return named.Any(name => names.Any(other => AreEqual(name, other)));
    }

    private static bool AreEqual(GeneralNameParts one, GeneralNameParts other) =>
        one.Kind == other.Kind
        && (one.Kind == GeneralNameParts.Directory
            ? DistinguishedNames.AreEqual(one.Content, other.Content)
            : one.Content.SequenceEqual(other.Content));
}
