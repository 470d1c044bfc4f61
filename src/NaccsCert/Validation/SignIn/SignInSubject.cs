using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Validation.SignIn;

/// <summary>A client certificate that is tested, and what is known of it here.</summary>
/// <param name="Certificate">The certificate with its key.</param>
/// <param name="Issuers">The X.500 names of its issuer and of the issuers above that.</param>
/// <param name="HasExpired">Whether it is out of its validity by this computer's clock.</param>
/// <param name="IsRevoked">Whether the issuer was asked, and has revoked it.</param>
internal sealed record SignInSubject(X509Certificate2 Certificate, IReadOnlyList<string> Issuers, bool HasExpired, bool IsRevoked)
{
    // More than any chain has; what is left are circles.
    private const int MaxIssuers = 10;

    /// <summary>The X.500 names above a certificate, as far as they are known. Names only, as servers go by them (RFC 8446, section 4.2.4).</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="known">Certificates of issuers.</param>
    public static IReadOnlyList<string> IssuersOf(X509Certificate2 certificate, IReadOnlyCollection<X509Certificate2> known)
    {
        var names = new List<string>();
        for (X509Certificate2? current = certificate; current is not null && names.Count < MaxIssuers; current = Above(current))
        {
            names.Add(current.IssuerName.Name);
        }

        return names;

        X509Certificate2? Above(X509Certificate2 below) => known.FirstOrDefault(candidate =>
            candidate.SubjectName.Name == below.IssuerName.Name && candidate.SubjectName.Name != candidate.IssuerName.Name);
    }

    /// <summary>Whether a server takes certificates of its issuers: it names one of them, or none at all.</summary>
    /// <param name="accepted">The X.500 names that the server names.</param>
    public bool IsOfOneOf(IReadOnlyList<string> accepted) =>
        accepted.Count == 0 || accepted.Intersect(Issuers, StringComparer.Ordinal).Any();
}
