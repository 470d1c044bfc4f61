using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>How many certificates further down a policy must be left, or may be mapped (RFC 5280, section 4.2.1.11).</summary>
/// <param name="RequireExplicitPolicy">After how many certificates one must be left; null for never.</param>
/// <param name="InhibitPolicyMapping">After how many certificates none is mapped any more; null for never.</param>
internal sealed record PolicyConstraints(int? RequireExplicitPolicy, int? InhibitPolicyMapping)
{
    /// <summary>What a certificate says.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static PolicyConstraints Of(CertificateParts certificate)
    {
        List<BerValue> parts = certificate.Extension(ExtensionIds.PolicyConstraints)?.As(BerTag.Sequence).Members() ?? [];
        return new PolicyConstraints(Number(parts, 0), Number(parts, 1));
    }

    private static int? Number(List<BerValue> parts, int number)
    {
        foreach (BerValue part in parts.Where(part => part.Tag == BerTag.Primitive(number)))
        {
            return part.SmallInteger();
        }

        return null;
    }
}
