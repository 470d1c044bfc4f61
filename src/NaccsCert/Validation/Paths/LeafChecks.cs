using System;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>What the first certificate of a path must be to be used by a TLS client or server.</summary>
internal static class LeafChecks
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="isAnchor">Whether it is itself one of the roots, and so trusted as what it is.</param>
    /// <param name="rules">What the path is held against.</param>
    /// <exception cref="FormatException">An extension cannot be read.</exception>
    public static ChainProblem? ProblemIn(CertificateParts certificate, bool isAnchor, PathRules rules)
    {
        bool isAuthority = BasicConstraints.Of(certificate) is { IsAuthority: true };
        if (isAuthority && !isAnchor && !rules.AllowsAuthorityFirst)
        {
            return ChainProblem.InvalidBasicConstraints;
        }

        BerValue? keyUsage = KeyUsage.Of(certificate);
        if (!isAuthority && keyUsage?.Bit(KeyUsage.KeyCertSign) == true)
        {
            return ChainProblem.InvalidBasicConstraints;
        }

        if (!isAuthority && certificate.Extension(ExtensionIds.NameConstraints) is not null)
        {
            return ChainProblem.InvalidNameConstraints;
        }

        return rules.Usage is not { } usage || (ExtendedUsage.Allows(certificate, usage, orAny: false) && MayBeUsed(keyUsage, rules, isAuthority))
            ? null
            : ChainProblem.NotValidForUsage;
    }

    // RFC 5280, section 4.2.1.12: a client signs; a server may also decrypt or agree on a key.
    private static bool MayBeUsed(BerValue? keyUsage, PathRules rules, bool isAuthority)
    {
        if (keyUsage is not { } bits || isAuthority)
        {
            return true;
        }

        return bits.Bit(KeyUsage.DigitalSignature)
            || (rules.IsServer && (bits.Bit(KeyUsage.KeyEncipherment) || bits.Bit(KeyUsage.KeyAgreement)));
    }
}
