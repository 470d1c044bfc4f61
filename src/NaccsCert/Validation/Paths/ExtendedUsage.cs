using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>What a certificate may be used for (RFC 5280, section 4.2.1.12).</summary>
internal static class ExtendedUsage
{
    /// <summary>Any usage at all.</summary>
    public const string Any = "2.5.29.37.0";

    /// <summary>Whether a certificate allows a usage: also where it does not limit them.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="usage">The object identifier of the usage.</param>
    /// <param name="orAny">Whether "any" counts as well.</param>
    /// <exception cref="FormatException">The extension cannot be read.</exception>
    public static bool Allows(CertificateParts certificate, string usage, bool orAny)
    {
        if (certificate.Extension(ExtensionIds.ExtendedKeyUsage) is not { } extension)
        {
            return true;
        }

        List<string> usages = [.. extension.As(BerTag.Sequence).Members().Select(member => member.ObjectIdentifier())];
        return usages.Contains(usage) || (orAny && usages.Contains(Any));
    }

    /// <summary>Whether a certificate names a usage.</summary>
    /// <exception cref="FormatException">The extension cannot be read.</exception>
    public static bool Names(CertificateParts certificate, string usage) =>
        certificate.Extension(ExtensionIds.ExtendedKeyUsage) is not null && Allows(certificate, usage, orAny: false);
}
