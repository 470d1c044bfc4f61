using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Revocation;
using NaccsCert.Validation.Paths;
using NaccsCert.Validation.Revocation;

namespace NaccsCert.Harnesses.Conformance;

/// <summary>Looks each certificate of a path up in lists, by what the module itself does with one that it has fetched.</summary>
/// <param name="lists">The lists of the suite, as the service's would be found behind addresses.</param>
/// <param name="authorities">The certificates among which signers of lists are looked for.</param>
/// <param name="rules">The moment for which it is asked, and whether weak signatures count.</param>
internal sealed class RevocationCheck(
    IReadOnlyList<RevocationList> lists, IReadOnlyList<CertificateParts> authorities, PathRules rules)
{
    /// <summary>Why a path does not hold; null when none of its certificates is revoked, and that is proven for each.</summary>
    /// <param name="path">The certificates from the first to the root.</param>
    public string? FailureOf(IReadOnlyList<byte[]> path)
    {
        CertificateParts[] parts = [.. path.Select(CertificateParts.Parse)];
        return Enumerable.Range(0, parts.Length - 1).Reverse()
            .Select(position => FailureOf(parts[position], parts[position + 1]))
            .FirstOrDefault(failure => failure is not null);
    }

    private string? FailureOf(CertificateParts certificate, CertificateParts issuer)
    {
        var reasons = RevocationReasons.None;
        var doubts = new List<ListDoubt>();
        foreach (RevocationList list in lists)
        {
            ListProof? proof = Prove(list, certificate, issuer);
            if (proof?.Entry is not null)
            {
                return "revoked";
            }

            reasons |= proof?.Reasons ?? RevocationReasons.None;
            doubts.AddRange(proof?.Doubt is { } doubt ? [doubt] : []);
        }

        return reasons == RevocationReasons.All ? null : $"no proof ({string.Join(", ", doubts.Distinct())})";
    }

    private ListProof? Prove(RevocationList list, CertificateParts certificate, CertificateParts issuer)
    {
        // The module looks for lists where the certificate says: here they are found by the name of their issuer.
        bool isNamed = DistributionPoint.Of(certificate).SelectMany(point => point.Issuers).Append(certificate.Issuer)
            .Any(name => DistinguishedNames.AreEqual(name, list.Issuer));
        if (!isNamed)
        {
            return null;
        }

        try
        {
            return ListSigner.Find(list, issuer, authorities) is { } signer
                ? ListProof.Of(list, signer, certificate, rules.Time, rules.AllowsWeak)
                : null;
        }
        catch (Exception exception) when (exception is FormatException or MessageFormatException)
        {
            return null;
        }
    }
}
