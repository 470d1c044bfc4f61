using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>
/// Certificate policies (RFC 5280, section 6.1) for one who takes any of them: what is left to find out is whether one
/// remains where an issuer demands it. Levels without their tree are enough for that, and cannot grow beyond measure
/// (RFC 9618).
/// </summary>
internal sealed class PolicyChecks
{
    private const string AnyPolicy = "2.5.29.32.0";

    private Dictionary<string, HashSet<string>> _level = new() { [AnyPolicy] = [AnyPolicy] };
    private int _explicitPolicy;
    private int _policyMapping;
    private int _inhibitAny;

    private PolicyChecks(int length) => _explicitPolicy = _policyMapping = _inhibitAny = length + 1;

    /// <summary>What is wrong with the policies of a path; null when nothing is.</summary>
    /// <param name="path">The certificates from the first to the root, which binds nobody.</param>
    /// <exception cref="FormatException">An extension cannot be read.</exception>
    public static ChainProblem? ProblemIn(IReadOnlyList<CertificateParts> path)
    {
        var checks = new PolicyChecks(path.Count - 1);
        for (int position = path.Count - 2; position >= 0; position--)
        {
            if (!checks.Passes(path[position], isLast: position == 0))
            {
                return ChainProblem.InvalidPolicyConstraints;
            }
        }

        return null;
    }

    private bool Passes(CertificateParts certificate, bool isLast)
    {
        _level = Narrow(certificate, isLast);
        if (_explicitPolicy == 0 && _level.Count == 0)
        {
            return false;
        }

        if (!isLast)
        {
            bool mapped = Map(certificate);
            Tighten(certificate);
            return mapped;
        }

        int required = PolicyConstraints.Of(certificate).RequireExplicitPolicy ?? int.MaxValue;
        return _level.Count > 0 || (_explicitPolicy > 1 && required > 0);
    }

    // Section 6.1.3 (d) and (e).
    private Dictionary<string, HashSet<string>> Narrow(CertificateParts certificate, bool isLast)
    {
        var next = new Dictionary<string, HashSet<string>>();
        if (certificate.Extension(ExtensionIds.CertificatePolicies) is not { } extension)
        {
            return next;
        }

        List<string> policies =
            [.. extension.As(BerTag.Sequence).Members().Select(policy => policy.First().ObjectIdentifier())];
        HashSet<string> expected = [.. _level.Values.SelectMany(set => set)];
        foreach (string policy in policies.Where(policy => policy != AnyPolicy
            && (expected.Contains(policy) || _level.ContainsKey(AnyPolicy))))
        {
            next[policy] = [policy];
        }

        if (policies.Contains(AnyPolicy) && (_inhibitAny > 0 || (!isLast && certificate.IsSelfIssued)))
        {
            foreach (string policy in expected.Where(policy => !next.ContainsKey(policy)))
            {
                next[policy] = [policy];
            }
        }

        return next;
    }

    // Section 6.1.4 (a) and (b).
    private bool Map(CertificateParts certificate)
    {
        if (certificate.Extension(ExtensionIds.PolicyMappings) is not { } extension)
        {
            return true;
        }

        List<(string Issuer, string Subject)> mappings =
        [
            .. extension.As(BerTag.Sequence).Members()
                .Select(mapping => mapping.As(BerTag.Sequence).Members())
                .Select(pair => pair.Count == 2
                    ? (pair[0].ObjectIdentifier(), pair[1].ObjectIdentifier())
                    : throw new FormatException("no policy mapping")),
        ];
        if (mappings.Exists(mapping => mapping.Issuer == AnyPolicy || mapping.Subject == AnyPolicy))
        {
            return false;
        }

        foreach (IGrouping<string, string> group in mappings.GroupBy(mapping => mapping.Issuer, mapping => mapping.Subject))
        {
            if (_policyMapping == 0)
            {
                _level.Remove(group.Key);
            }
            else if (_level.ContainsKey(group.Key) || _level.ContainsKey(AnyPolicy))
            {
                _level[group.Key] = [.. group];
            }
        }

        return true;
    }

    // Section 6.1.4 (h) to (j).
    private void Tighten(CertificateParts certificate)
    {
        int step = certificate.IsSelfIssued ? 0 : 1;
        PolicyConstraints constraints = PolicyConstraints.Of(certificate);
        int inhibitAny = certificate.Extension(ExtensionIds.InhibitAnyPolicy)?.As(BerTag.Integer).SmallInteger() ?? int.MaxValue;
        _explicitPolicy = Math.Min(Math.Max(_explicitPolicy - step, 0), constraints.RequireExplicitPolicy ?? int.MaxValue);
        _policyMapping = Math.Min(Math.Max(_policyMapping - step, 0), constraints.InhibitPolicyMapping ?? int.MaxValue);
        _inhibitAny = Math.Min(Math.Max(_inhibitAny - step, 0), inhibitAny);
    }
}
