using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;

namespace NaccsCert.Validation.Paths;

/// <summary>Where issuers may name anything (RFC 5280, sections 4.2.1.10 and 6.1.4 (g)).</summary>
internal static class NameConstraintChecks
{
    private const string EmailAttribute = "1.2.840.113549.1.9.1";

    // Names times constraints: what takes longer is made for that.
    private const int MaxComparisons = 100_000;

    /// <summary>Whether a certificate's names break what one of its issuers is bound to; null when none does.</summary>
    /// <param name="path">The certificates from the first to the root.</param>
    /// <param name="position">Where the certificate stands.</param>
    /// <exception cref="FormatException">Names or constraints cannot be read.</exception>
    public static ChainProblem? ProblemAt(IReadOnlyList<CertificateParts> path, int position)
    {
        // A CA that changes its key may name itself (6.1.3 (b)); whoever comes first in the path may not.
        if (position > 0 && path[position].IsSelfIssued)
        {
            return null;
        }

        List<NameConstraints> bounds = [.. path.Skip(position + 1).Select(NameConstraints.Of).OfType<NameConstraints>()];
        if (bounds.Count == 0)
        {
            return null;
        }

        List<GeneralNameParts> names = [.. NamesOf(path[position])];
        return names.Count * bounds.Sum(bound => bound.Count) <= MaxComparisons
            && names.TrueForAll(name => bounds.TrueForAll(bound => bound.Allows(name)))
            ? null
            : ChainProblem.InvalidNameConstraints;
    }

    private static IEnumerable<GeneralNameParts> NamesOf(CertificateParts certificate)
    {
        List<GeneralNameParts> alternative = [.. GeneralNameParts.AlternativeNames(certificate)];
        foreach (GeneralNameParts name in alternative)
        {
            yield return name;
        }

        if (DistinguishedNames.IsEmpty(certificate.Subject))
        {
            yield break;
        }

        yield return new GeneralNameParts(GeneralNameParts.Directory, certificate.Subject);
        if (alternative.Exists(name => name.Kind == GeneralNameParts.Email))
        {
            yield break;
        }

        // Older certificates name the mailbox in the subject (section 4.2.1.10).
        foreach (string email in DistinguishedNames.Texts(certificate.Subject, EmailAttribute))
        {
            yield return new GeneralNameParts(GeneralNameParts.Email, System.Text.Encoding.UTF8.GetBytes(email));
        }
    }
}
