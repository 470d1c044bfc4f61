using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Validation.Paths;

/// <summary>
/// Holds a path whose signatures are right against everything else that RFC 5280 (section 6.1) asks for, the same on
/// every platform.
/// </summary>
internal static class PathChecks
{
    /// <summary>Evaluates a path.</summary>
    /// <param name="path">The certificates from the first to the root.</param>
    /// <param name="rules">What it is held against.</param>
    /// <returns>What is wrong first; null when nothing is.</returns>
    public static ChainFailure? Evaluate(IReadOnlyList<CertificateParts> path, PathRules rules)
    {
        // From the root down, as the RFC goes: what an issuer may not do, nobody below it may.
        for (int position = path.Count - 1; position >= 0; position--)
        {
            if (ProblemAt(path, position, rules) is { } problem)
            {
                return new ChainFailure(problem, path[position]);
            }
        }

        return null;
    }

    /// <summary>What is weak in a path that somebody else has verified; null when nothing is.</summary>
    /// <param name="path">The certificates from the first to the root, each as it came.</param>
    public static ChainFailure? WeaknessIn(IEnumerable<byte[]> path)
    {
        List<CertificateParts> parts = [.. path.Select(CertificateParts.Parse)];
        var rules = new PathRules(null, default);
        return Enumerable.Range(0, parts.Count)
            .Select(position => Strength(parts, position, rules) is { } problem ? new ChainFailure(problem, parts[position]) : null)
            .FirstOrDefault(failure => failure is not null);
    }

    private static ChainProblem? ProblemAt(IReadOnlyList<CertificateParts> path, int position, PathRules rules)
    {
        CertificateParts certificate = path[position];
        bool isAnchor = position == path.Count - 1;
        try
        {
            return Validity(certificate, rules)
                ?? Strength(path, position, rules)
                ?? CertificateProfile.ProblemIn(certificate)
                ?? (position == 0 ? LeafChecks.ProblemIn(certificate, isAnchor, rules) : AuthorityChecks.ProblemAt(path, position, rules))
                ?? (rules.IsServer ? ServerProfile.ProblemIn(certificate, position == 0, isAnchor) : null)
                ?? NameConstraintChecks.ProblemAt(path, position)
                ?? (position == 0 ? PolicyChecks.ProblemIn(path) : null);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return ChainProblem.InvalidExtension;
        }
    }

    private static ChainProblem? Validity(CertificateParts certificate, PathRules rules)
    {
        // Moments in certificates are whole seconds, of which the last one counts.
        DateTimeOffset second = rules.Time.AddTicks(-(rules.Time.Ticks % TimeSpan.TicksPerSecond));
        try
        {
            return second < certificate.NotBefore() || second > certificate.NotAfter() ? ChainProblem.NotTimeValid : null;
        }
        catch (FormatException)
        {
            return ChainProblem.Malformed;
        }
    }

    // How a root signed itself proves nothing, and so cannot be weak.
    private static ChainProblem? Strength(IReadOnlyList<CertificateParts> path, int position, PathRules rules)
    {
        if (rules.AllowsWeak)
        {
            return null;
        }

        if (!PublicKeyParts.Read(path[position].PublicKeyInfo).IsStrong)
        {
            return ChainProblem.WeakKey;
        }

        bool isSigned = position < path.Count - 1;
        return isSigned && SignatureScheme.Read(path[position].SignatureAlgorithm) is not { IsStrong: true }
            ? ChainProblem.WeakSignature
            : null;
    }
}
