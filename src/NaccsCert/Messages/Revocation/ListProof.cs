using System;
using System.Linq;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Messages.Revocation;

/// <summary>What a list proves about one certificate (RFC 5280, section 6.3.3).</summary>
/// <param name="Doubt">Why it proves nothing; null when it does prove something.</param>
/// <param name="Entry">That the certificate is revoked; null when it is not listed.</param>
/// <param name="Reasons">The reasons for which it is not listed.</param>
internal sealed record ListProof(ListDoubt? Doubt, ListEntry? Entry, RevocationReasons Reasons)
{
    /// <summary>Looks a certificate up.</summary>
    /// <param name="list">The list; its signature is right.</param>
    /// <param name="signer">The certificate whose key signed it.</param>
    /// <param name="certificate">The certificate in question.</param>
    /// <param name="now">The moment for which it is asked.</param>
    /// <param name="allowsWeak">Whether weak signatures count: only for test suites that are older than their weakness.</param>
    /// <exception cref="MessageFormatException">An entry cannot be read.</exception>
    /// <exception cref="FormatException">An extension cannot be read.</exception>
    public static ListProof Of(
        RevocationList list, CertificateParts signer, CertificateParts certificate, DateTimeOffset now, bool allowsWeak = false)
    {
        if (!allowsWeak && !SignatureVerifier.IsStrong(list.SignatureAlgorithm, signer.PublicKeyInfo))
        {
            return Nothing(ListDoubt.WeakSignature);
        }

        if (ListRules.DoubtAbout(list, signer, now) is { } doubt)
        {
            return Nothing(doubt);
        }

        if (ListRules.OtherKind(list.Scope, certificate))
        {
            return Nothing(ListDoubt.OtherScope);
        }

        RevocationReasons reasons = ReasonsFor(list, certificate);
        if (reasons == RevocationReasons.None)
        {
            return Nothing(ListDoubt.OtherDistributionPoint);
        }

        ListEntry? entry = list.Find(certificate.SerialNumber, certificate.Issuer);
        if (entry is not null)
        {
            // Who is on a list stays revoked when the list has ended.
            return entry.IsRemoval ? Nothing(ListDoubt.RemovedFromList) : new ListProof(null, entry, reasons);
        }

        return ListRules.DoubtAboutAbsence(list, now) is { } absent
            ? Nothing(absent)
            : new ListProof(null, null, reasons);
    }

    private static ListProof Nothing(ListDoubt doubt) => new(doubt, null, RevocationReasons.None);

    private static RevocationReasons ReasonsFor(RevocationList list, CertificateParts certificate) =>
        DistributionPoint.Of(certificate)
            .Concat([DistributionPoint.OfIssuer(certificate)])
            .Where(point => ListRules.SpeaksFor(list, point, certificate))
            .Aggregate(RevocationReasons.None, (reasons, point) => reasons | (point.Reasons & list.Scope.Reasons));
}
