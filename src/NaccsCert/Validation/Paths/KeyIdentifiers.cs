using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>By which key a certificate says that it was signed (RFC 5280, sections 4.2.1.1 and 4.2.1.2).</summary>
internal static class KeyIdentifiers
{
    /// <summary>Whether a certificate names the key of another one.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">The one that may have issued it.</param>
    /// <returns>Whether it does; null when one of them does not say.</returns>
    public static bool? Match(CertificateParts certificate, CertificateParts issuer) =>
        Authority(certificate) is { } named && Subject(issuer) is { } own ? named.SequenceEqual(own) : null;

    /// <summary>The key identifier that a certificate gives its issuer; null when it gives none.</summary>
    public static byte[]? Authority(CertificateParts certificate) => Read(() =>
    {
        IEnumerable<BerValue> parts = certificate.Extension(ExtensionIds.AuthorityKeyIdentifier)?.As(BerTag.Sequence).Members() ?? [];
        return parts.Where(part => part.Tag == BerTag.Primitive(0)).Select(part => part.Content()).FirstOrDefault();
    });

    /// <summary>The key identifier that a certificate gives itself; null when it gives none.</summary>
    public static byte[]? Subject(CertificateParts certificate) =>
        Read(() => certificate.Extension(ExtensionIds.SubjectKeyIdentifier)?.As(BerTag.OctetString).Content());

    private static byte[]? Read(Func<byte[]?> identifier)
    {
        try
        {
            return identifier();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
