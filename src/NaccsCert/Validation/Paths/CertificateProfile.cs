using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>What every certificate must be (RFC 5280, section 4), wherever it stands in a path.</summary>
internal static class CertificateProfile
{
    private static readonly HashSet<string> Understood =
    [
        ExtensionIds.KeyUsage,
        ExtensionIds.SubjectAlternativeName,
        ExtensionIds.BasicConstraints,
        ExtensionIds.NameConstraints,
        ExtensionIds.CertificatePolicies,
        ExtensionIds.PolicyMappings,
        ExtensionIds.PolicyConstraints,
        ExtensionIds.ExtendedKeyUsage,
        ExtensionIds.InhibitAnyPolicy,

        // A list is looked for where revocation is asked about; nothing else depends on where it lies.
        ExtensionIds.CrlDistributionPoints,
    ];

    /// <summary>What is wrong with a certificate; null when nothing is.</summary>
    /// <exception cref="System.FormatException">An extension cannot be read.</exception>
    public static ChainProblem? ProblemIn(CertificateParts certificate)
    {
        if (certificate.Version != 3 && certificate.Extensions.Count > 0)
        {
            return ChainProblem.InvalidVersion;
        }

        if (!certificate.SignatureAlgorithm.SequenceEqual(certificate.SignedAlgorithm))
        {
            return ChainProblem.NotSignatureValid;
        }

        if (certificate.Extensions.Select(extension => extension.Identifier).Distinct().Count() != certificate.Extensions.Count)
        {
            return ChainProblem.InvalidExtension;
        }

        if (certificate.Extensions.Any(extension => extension.IsCritical && !Understood.Contains(extension.Identifier)))
        {
            return ChainProblem.HasNotSupportedCriticalExtension;
        }

        RefuseUnreadable(certificate);
        if (DistinguishedNames.IsEmpty(certificate.Issuer) || IsNameless(certificate))
        {
            return ChainProblem.InvalidName;
        }

        return HasWellMadePointers(certificate) ? null : ChainProblem.InvalidExtension;
    }

    // RFC 5280, section 4.2.1.6: without a subject, the other name must not be passed over.
    private static bool IsNameless(CertificateParts certificate) =>
        DistinguishedNames.IsEmpty(certificate.Subject)
        && !certificate.Extensions.Any(extension =>
            extension.Identifier == ExtensionIds.SubjectAlternativeName && extension.IsCritical);

    // What is understood must be readable wherever it stands, also where nothing depends on it.
    private static void RefuseUnreadable(CertificateParts certificate)
    {
        foreach (ExtensionParts extension in certificate.Extensions.Where(extension => Understood.Contains(extension.Identifier)))
        {
            BerValue value = extension.Read();
            if (value.Tag == BerTag.Sequence)
            {
                value.Members();
            }
        }
    }

    private static bool HasWellMadePointers(CertificateParts certificate) =>
        ReadableAccess(certificate) && NamesIssuerWholly(certificate);

    // X.509, 8.2.2.1: the issuer's issuer and its serial number stand together or not at all.
    private static bool NamesIssuerWholly(CertificateParts certificate) =>
        certificate.Extension(ExtensionIds.AuthorityKeyIdentifier) is not { } identifier
        || identifier.As(BerTag.Sequence).Members() is var parts
        && parts.Exists(part => part.Tag == BerTag.Explicit(1)) == parts.Exists(part => part.Tag == BerTag.Primitive(2));

    // RFC 5280, section 4.2.2.1: at least one description of two parts.
    private static bool ReadableAccess(CertificateParts certificate) =>
        certificate.Extension(ExtensionIds.AuthorityInformationAccess) is not { } access
        || (access.As(BerTag.Sequence).Members() is { Count: > 0 } descriptions
            && descriptions.TrueForAll(description => description.As(BerTag.Sequence).Members().Count == 2));
}
