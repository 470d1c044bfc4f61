using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Messages;

namespace NaccsCert.Validation;

/// <summary>Path validation (RFC 5280, section 6) against roots that are handed in; the system's trust is not asked.</summary>
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
        DateTimeOffset time)
    {
        X509Certificate2[] helpers = [.. intermediates];
        string? failure = null;
        foreach (X509Certificate2 root in roots.Where(SelfIssued))
        {
            failure = Failure(certificate, helpers, root, usage, time);
            if (failure is null)
            {
                return new ChainResult(Fingerprint.Sha256(root.RawData), null);
            }
        }

        return new ChainResult(null, failure ?? "no root certificate");
    }

    /// <summary>
    /// Whether a certificate names itself as its issuer, which a cross-certificate of a root's name does not.
    /// </summary>
    public static bool SelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.SequenceEqual(certificate.IssuerName.RawData);

    private static string? Failure(
        X509Certificate2 certificate, X509Certificate2[] helpers, X509Certificate2 root, string usage, DateTimeOffset time)
    {
        using X509Chain chain = NewChain(helpers, root, time);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(usage));
        bool built;
        try
        {
            built = chain.Build(certificate);
        }
        catch (CryptographicException exception)
        {
            // An extension in the path cannot be read.
            return exception.Message;
        }

        X509Certificate2 last = chain.ChainElements[chain.ChainElements.Count - 1].Certificate;
        string problems = string.Join(", ", chain.ChainStatus
            .Where(status => status.Status is not (X509ChainStatusFlags.NoError or X509ChainStatusFlags.UntrustedRoot))
            .Select(status => status.Status));
        return built && problems.Length == 0 && last.RawData.SequenceEqual(root.RawData)
            ? null
            : problems.Length > 0 ? problems : $"ends in {last.Subject}, issued by {last.Issuer}";
    }

    private static X509Chain NewChain(X509Certificate2[] helpers, X509Certificate2 root, DateTimeOffset time)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = time.UtcDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(helpers);
        ChainTrust.TrustOnly(chain.ChainPolicy, root);
        return chain;
    }
}
