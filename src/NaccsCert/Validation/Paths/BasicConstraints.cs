using System;
using System.Collections.Generic;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>Whether a certificate is one of a CA (RFC 5280, section 4.2.1.9).</summary>
/// <param name="IsAuthority">Whether it is.</param>
/// <param name="PathLength">How many CA certificates may stand below it before the last one; null for any number.</param>
internal sealed record BasicConstraints(bool IsAuthority, int? PathLength)
{
    /// <summary>What a certificate says; null when it says nothing.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static BasicConstraints? Of(CertificateParts certificate)
    {
        if (certificate.Extension(ExtensionIds.BasicConstraints) is not { } extension)
        {
            return null;
        }

        List<BerValue> parts = extension.As(BerTag.Sequence).Members();
        bool isAuthority = parts.Count > 0 && parts[0].Tag == BerTag.Boolean && parts[0].Boolean();
        int next = parts.Count > 0 && parts[0].Tag == BerTag.Boolean ? 1 : 0;
        return parts.Count <= next
            ? new BasicConstraints(isAuthority, null)
            : new BasicConstraints(isAuthority, parts[next].As(BerTag.Integer).SmallInteger());
    }
}
