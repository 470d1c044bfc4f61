using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Validation;

/// <summary>Which of the CA certificates that came together belong to which certificate.</summary>
internal static class AuthorityChain
{
    /// <summary>Whether a certificate is one of a CA: it says so, or is a root of the time before that could be said.</summary>
    /// <param name="certificate">A DER certificate.</param>
    public static bool IsAuthority(byte[] certificate)
    {
        try
        {
            var parts = CertificateParts.Parse(certificate);
            return parts.IsSelfIssued || BasicConstraints.Of(parts) is { IsAuthority: true };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a certificate names an issuer and is none of a CA: what a service may have issued to a terminal.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">The issuer's common name.</param>
    public static bool IsLeafOf(X509Certificate2 certificate, string issuer) =>
        Certificates.NamesIssuer(certificate, issuer) && !IsAuthority(certificate.RawData);

    /// <summary>The CA certificates above a certificate, by their signatures.</summary>
    /// <param name="certificate">A DER certificate.</param>
    /// <param name="authorities">CA certificates that may have signed it, or one another.</param>
    /// <returns>Those that did, the nearest first.</returns>
    public static IReadOnlyList<byte[]> Above(byte[] certificate, IEnumerable<byte[]> authorities)
    {
        List<byte[]> left = [.. authorities];
        var above = new List<byte[]>();
        byte[][] level = [certificate];
        while (level.Length > 0)
        {
            level = [.. left.Where(authority => level.Any(below => CertificateSignature.IsSignedBy(below, authority)))];
            above.AddRange(level);
            left.RemoveAll(level.Contains);
        }

        return above;
    }
}
