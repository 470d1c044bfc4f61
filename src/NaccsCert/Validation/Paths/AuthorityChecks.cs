using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;

namespace NaccsCert.Validation.Paths;

/// <summary>What a certificate must be to issue others (RFC 5280, sections 4.2.1.3, 4.2.1.9 and 6.1.4).</summary>
internal static class AuthorityChecks
{
    /// <summary>What is wrong with an issuer in a path; null when nothing is.</summary>
    /// <param name="path">The certificates from the first to the root.</param>
    /// <param name="position">Where the issuer stands.</param>
    /// <param name="rules">What the path is held against.</param>
    /// <exception cref="FormatException">An extension cannot be read.</exception>
    public static ChainProblem? ProblemAt(IReadOnlyList<CertificateParts> path, int position, PathRules rules)
    {
        CertificateParts authority = path[position];
        if (DistinguishedNames.IsEmpty(authority.Subject))
        {
            return ChainProblem.InvalidName;
        }

        int below = path.Skip(1).Take(position - 1).Count(other => !other.IsSelfIssued);
        if (BasicConstraints.Of(authority) is not { IsAuthority: true } constraints
            || below > (constraints.PathLength ?? int.MaxValue)
            || below > rules.MaxIntermediates)
        {
            return ChainProblem.InvalidBasicConstraints;
        }

        return MaySignCertificates(authority) && IsUsageAllowed(authority, position < path.Count - 1, rules)
            ? null
            : ChainProblem.NotValidForUsage;
    }

    /// <summary>Whether the key of a certificate may sign certificates: also where its usage is not limited.</summary>
    public static bool MaySignCertificates(CertificateParts certificate) => KeyUsage.Allows(certificate, KeyUsage.KeyCertSign);

    // Every implementation narrows the usage from issuer to issuer, though the RFC does not ask for it; roots are not issued.
    private static bool IsUsageAllowed(CertificateParts authority, bool isIssued, PathRules rules) =>
        !isIssued || rules.Usage is not { } usage || ExtendedUsage.Allows(authority, usage, orAny: true);
}
