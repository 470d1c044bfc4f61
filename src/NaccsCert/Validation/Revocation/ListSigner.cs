using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Revocation;

namespace NaccsCert.Validation.Revocation;

/// <summary>
/// Finds the certificate whose key signed a revocation list: the issuer's own, or one of the same CA before or after it
/// changed its key (RFC 5280, section 6.3.3 (f)). A signer of another name, or one that another CA certified, would have
/// to be asked about in its turn, and is not believed.
/// </summary>
internal static class ListSigner
{
    /// <summary>Finds it.</summary>
    /// <param name="list">The list.</param>
    /// <param name="issuer">The issuer of the certificate in question.</param>
    /// <param name="authorities">Certificates among which another key of the issuer is looked for, where its own did not sign.</param>
    /// <returns>The signer; null when there is none that may be believed.</returns>
    public static CertificateParts? Find(
        RevocationList list, CertificateParts issuer, IEnumerable<CertificateParts> authorities) =>
        list.IsSignedBy(issuer)
            ? issuer
            : authorities.FirstOrDefault(other => IsOtherKey(other, issuer) && list.IsSignedBy(other));

    // One of the two keys certified the other under the same name.
    private static bool IsOtherKey(CertificateParts other, CertificateParts issuer) =>
        DistinguishedNames.AreEqual(other.Subject, issuer.Subject)
        && (CertificateSignature.IsSignedBy(other, issuer) || CertificateSignature.IsSignedBy(issuer, other));
}
