using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;

namespace NaccsCert.Validation.Paths;

/// <summary>
/// Looks for a path from a certificate to a root (RFC 4158), and goes on to the next one when a path does not hold.
/// What it costs is bounded, whatever certificates an answer brings.
/// </summary>
/// <param name="helpers">The certificates that may stand in between.</param>
/// <param name="roots">The certificates at which a path may end.</param>
/// <param name="rules">What a path is held against.</param>
internal sealed class PathBuilder(
    IReadOnlyList<CertificateParts> helpers, IReadOnlyList<CertificateParts> roots, PathRules rules)
{
    private const int MaxVerifications = 128;
    private const int MaxPaths = 16;

    // Self-issued certificates do not count as intermediates, and are few where a CA changes its key.
    private const int MaxSelfIssued = 4;

    private readonly Dictionary<(CertificateParts, CertificateParts), bool> _signatures = [];
    private int _paths;
    private bool _comparesMeaning;

    /// <summary>Why the first path that was found does not hold; null when one holds, or none was found.</summary>
    public ChainFailure? Failure { get; private set; }

    /// <summary>Finds a path.</summary>
    /// <param name="certificate">The certificate that it begins with.</param>
    /// <returns>The certificates from the first to the root; none when no path holds.</returns>
    public IReadOnlyList<CertificateParts> Find(CertificateParts certificate)
    {
        List<CertificateParts> path = Search(certificate);
        if (path.Count == 0 && Failure is null or { Problem: ChainProblem.PartialChain or ChainProblem.NotSignatureValid })
        {
            // Hardly any issuer writes its name in two ways, and to compare what names mean takes many times as long.
            ChainFailure? first = Failure;
            _comparesMeaning = true;
            Failure = null;
            path = Search(certificate);
            Failure = Failure is null or { Problem: ChainProblem.PartialChain } ? first ?? Failure : Failure;
        }

        return path;
    }

    private List<CertificateParts> Search(CertificateParts certificate) =>
        roots.Any(root => Same(root, certificate)) && IsSigned(certificate, certificate) && Holds([certificate])
            ? [certificate]
            : Extend([certificate]) ?? [];

    private List<CertificateParts>? Extend(List<CertificateParts> path)
    {
        CertificateParts last = path[path.Count - 1];
        foreach (CertificateParts root in Issuers(roots, last))
        {
            List<CertificateParts> whole = [.. path, root];
            // A self-issued certificate of another key is no root (RFC 4210, section 4.4).
            if (IsSigned(last, root) && IsSigned(root, root) && Holds(whole))
            {
                return whole;
            }
        }

        if (IsTooLong(path))
        {
            return null;
        }

        foreach (CertificateParts issuer in Issuers(helpers, last).Where(issuer => !path.Exists(other => SameKey(other, issuer))))
        {
            if (IsSigned(last, issuer) && Extend([.. path, issuer]) is { } found)
            {
                return found;
            }
        }

        Failure ??= path.Count > 1 || !last.IsSelfIssued ? new ChainFailure(ChainProblem.PartialChain, last) : null;
        return null;
    }

    private bool IsTooLong(List<CertificateParts> path) =>
        path.Skip(1).Count(authority => !authority.IsSelfIssued) >= rules.MaxIntermediates
        && path.Count > rules.MaxIntermediates + MaxSelfIssued;

    private bool Holds(List<CertificateParts> path)
    {
        if (++_paths > MaxPaths)
        {
            Failure ??= new ChainFailure(ChainProblem.TooComplex, path[0]);
            return false;
        }

        ChainFailure? failure = PathChecks.Evaluate(path, rules);
        if (failure is not null && Failure is null or { Problem: ChainProblem.PartialChain or ChainProblem.NotSignatureValid })
        {
            Failure = failure;
        }

        return failure is null;
    }

    private bool IsSigned(CertificateParts certificate, CertificateParts issuer)
    {
        if (_signatures.TryGetValue((certificate, issuer), out bool known))
        {
            return known;
        }

        if (_signatures.Count == MaxVerifications)
        {
            Failure ??= new ChainFailure(ChainProblem.TooComplex, certificate);
            return false;
        }

        bool right = CertificateSignature.IsSignedBy(certificate, issuer);
        _signatures.Add((certificate, issuer), right);
        if (!right)
        {
            Failure ??= new ChainFailure(ChainProblem.NotSignatureValid, certificate);
        }

        return right;
    }

    // Those whose key the certificate names (RFC 5280, section 4.2.1.1) first; those that have another one, not at all.
    private IEnumerable<CertificateParts> Issuers(IEnumerable<CertificateParts> candidates, CertificateParts certificate) =>
        candidates
            .Where(candidate => _comparesMeaning
                ? DistinguishedNames.AreEqual(candidate.Subject, certificate.Issuer)
                : candidate.Subject.SequenceEqual(certificate.Issuer))
            .Select(candidate => (Candidate: candidate, Fit: KeyIdentifiers.Match(certificate, candidate)))
            .Where(pair => pair.Fit is not false)
            .OrderBy(pair => pair.Fit is true ? 0 : 1)
            .Select(pair => pair.Candidate);

    private static bool Same(CertificateParts one, CertificateParts other) => one.Encoded.SequenceEqual(other.Encoded);

    // One that is in the path already leads nowhere new, also under another signature.
    private static bool SameKey(CertificateParts one, CertificateParts other) =>
        one.PublicKeyInfo.SequenceEqual(other.PublicKeyInfo) && DistinguishedNames.AreEqual(one.Subject, other.Subject);
}
