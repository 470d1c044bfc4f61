using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;

namespace NaccsCert.Browsers;

/// <summary>
/// Which attribute of the issuer's name a service definition gives: the common name, or where the issuer has none, its organizational
/// unit or organization. A definition does not say which; a certificate of the issuer does.
/// </summary>
internal static class IssuerNames
{
    /// <summary>Finds the attribute.</summary>
    /// <param name="certificates">Certificates, also of other issuers.</param>
    /// <param name="issuer">What the definition gives.</param>
    /// <returns>CN, OU or O; CN where no certificate of the issuer is there.</returns>
    public static string AttributeOf(IEnumerable<X509Certificate2> certificates, string issuer) => certificates
        .Select(certificate => AttributeIn(certificate.IssuerName.RawData, issuer))
        .FirstOrDefault(attribute => attribute is not null) ?? DistinguishedNames.KeywordOf(DistinguishedNames.CommonName);

    private static string? AttributeIn(byte[] name, string issuer) =>
        DistinguishedNames.Simple(name) is { } simple && simple.Text == issuer ? DistinguishedNames.KeywordOf(simple.Type) : null;
}
