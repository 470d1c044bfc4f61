using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Validation;

/// <summary>
/// Path validation (RFC 5280, section 6) against roots that are handed in. Neither the system's trust nor its chain engine
/// is asked, so that a path holds or fails for the same reasons on every platform, and nothing is downloaded.
/// </summary>
internal static class ChainValidator
{
    /// <summary>The extended key usage of TLS servers (RFC 5280, section 4.2.1.12).</summary>
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The extended key usage of TLS clients (RFC 5280, section 4.2.1.12).</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Chains a certificate to one of <paramref name="roots"/>, without revocation and without downloads.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="intermediates">Certificates that may help to build the path.</param>
    /// <param name="roots">The trusted roots; each must be self-issued to count.</param>
    /// <param name="usage">The extended key usage that the path must allow.</param>
    /// <param name="time">The moment for which the path must be valid.</param>
    /// <returns>The root, or why there is none.</returns>
    public static ChainResult Validate(
        X509Certificate2 certificate,
        IEnumerable<X509Certificate2> intermediates,
        IEnumerable<X509Certificate2> roots,
        string usage,
        DateTimeOffset time) => Validate(
            certificate.RawData,
            intermediates.Select(other => other.RawData),
            roots.Select(root => root.RawData),
            new PathRules(usage, time));

    /// <summary>Chains a certificate to one of <paramref name="roots"/>, each as it came.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="intermediates">Certificates that may help to build the path; what is none is passed over.</param>
    /// <param name="roots">The trusted roots; each must be self-issued to count.</param>
    /// <param name="rules">What the path is held against.</param>
    /// <returns>The root, or why there is none.</returns>
    public static ChainResult Validate(
        byte[] certificate, IEnumerable<byte[]> intermediates, IEnumerable<byte[]> roots, PathRules rules)
    {
        CertificateParts[] anchors = [.. Parse(roots).Where(root => root.IsSelfIssued)];
        if (anchors.Length == 0)
        {
            return new ChainResult(null, "no root certificate") { Problem = ChainProblem.NoRoot };
        }

        CertificateParts? first = Parse([certificate]).FirstOrDefault();
        if (first is null)
        {
            return new ChainResult(null, nameof(ChainProblem.Malformed)) { Problem = ChainProblem.Malformed };
        }

        var builder = new PathBuilder([.. Parse(intermediates)], anchors, rules);
        IReadOnlyList<CertificateParts> path = builder.Find(first);
        if (path.Count == 0)
        {
            ChainFailure failure = builder.Failure ?? new ChainFailure(ChainProblem.PartialChain, first);
            return new ChainResult(null, failure.ToString()) { Problem = failure.Problem };
        }

        return new ChainResult(Fingerprint.Sha256(path[path.Count - 1].Encoded), null)
        {
            Path = [.. path.Select(element => element.Encoded)],
        };
    }

    /// <summary>
    /// Whether a certificate names itself as its issuer, which a cross-certificate of a root's name does not.
    /// </summary>
    public static bool SelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.SequenceEqual(certificate.IssuerName.RawData);

    /// <summary>Parses certificates one by one. One that cannot be read helps nobody, and must not keep the others from it.</summary>
    public static IEnumerable<CertificateParts> Parse(IEnumerable<byte[]> certificates)
    {
        foreach (byte[] certificate in certificates)
        {
            CertificateParts? parts;
            try
            {
                parts = CertificateParts.Parse(certificate);
            }
            catch (FormatException)
            {
                parts = null;
            }

            if (parts is not null)
            {
                yield return parts;
            }
        }
    }
}
