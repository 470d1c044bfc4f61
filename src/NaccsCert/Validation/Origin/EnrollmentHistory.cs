using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Validation.Origin;

/// <summary>What this user's enrollments at one service have proven: certificates, their succession, and the chains they came with.</summary>
internal sealed record EnrollmentHistory
{
    /// <summary>Nothing was enrolled yet.</summary>
    public static EnrollmentHistory Empty { get; } = new();

    /// <summary>The certificates, oldest first.</summary>
    public IReadOnlyList<EnrolledCertificate> Certificates { get; init; } = [];

    /// <summary>The CA certificates (DER) of their chains, roots included, each once.</summary>
    public IReadOnlyList<byte[]> Authorities { get; init; } = [];

    /// <summary>Whether the module enrolled a certificate.</summary>
    /// <param name="sha256">SHA-256 of the DER certificate.</param>
    public bool Holds(string sha256) => Certificates.Any(enrolled => enrolled.Sha256 == sha256);

    /// <summary>Whether an enrollment at this service brought a root.</summary>
    /// <param name="sha256">SHA-256 of the DER root.</param>
    public bool HasRoot(string sha256) => Certificates.Any(enrolled => enrolled.RootSha256 == sha256);

    /// <summary>Finds the certificates that codes gave, and those that renewed them.</summary>
    /// <param name="fingerprint">Makes the fingerprint of the codes for the id of an enrollment.</param>
    /// <returns>The SHA-256 of each.</returns>
    public IReadOnlyCollection<string> GivenFor(Func<string, string> fingerprint)
    {
        var given = new HashSet<string>();

        // Oldest first, so that what renews a certificate comes after it.
        foreach (EnrolledCertificate certificate in Certificates)
        {
            bool isOfCodes = certificate is { EnrollmentId: { } id, CodeFingerprint: { } known } && fingerprint(id) == known;
            if (isOfCodes || (certificate.PreviousSha256 is { } previous && given.Contains(previous)))
            {
                given.Add(certificate.Sha256);
            }
        }

        return given;
    }

    /// <summary>Finds what a certificate was renewed into, and that in turn.</summary>
    /// <param name="sha256">SHA-256 of the DER certificate.</param>
    /// <returns>The SHA-256 of each.</returns>
    public IReadOnlyCollection<string> RenewedFrom(string sha256)
    {
        var renewed = new HashSet<string>();

        // Oldest first, as above.
        foreach (EnrolledCertificate certificate in Certificates)
        {
            if (certificate.PreviousSha256 is { } previous && (previous == sha256 || renewed.Contains(previous)))
            {
                renewed.Add(certificate.Sha256);
            }
        }

        return renewed;
    }

    /// <summary>Remembers that certificates were archived: their renewals have left nothing to do.</summary>
    /// <param name="archived">The SHA-256 of each.</param>
    public EnrollmentHistory AfterArchiving(IReadOnlyCollection<string> archived) => this with
    {
        Certificates =
        [
            .. Certificates.Select(enrolled => enrolled.PreviousSha256 is { } previous && archived.Contains(previous)
                ? enrolled with { ArchivesPrevious = false }
                : enrolled),
        ],
    };

    /// <summary>Remembers a certificate that was verified; what is remembered already is not repeated.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="chain">The CA certificates (DER) of its chain, the root included.</param>
    public EnrollmentHistory With(EnrolledCertificate certificate, IReadOnlyList<byte[]> chain) => new()
    {
        Certificates = [.. Certificates.Where(other => other.Sha256 != certificate.Sha256), certificate],
        Authorities = [.. Authorities, .. chain.Where(der => !Authorities.Any(known => known.SequenceEqual(der)))],
    };

    /// <summary>Forgets a certificate that was removed; chains that nobody needs any more go with the last one.</summary>
    /// <param name="sha256">SHA-256 of the DER certificate.</param>
    public EnrollmentHistory Without(string sha256)
    {
        EnrolledCertificate[] left = [.. Certificates.Where(other => other.Sha256 != sha256)];
        return new EnrollmentHistory { Certificates = left, Authorities = left.Length == 0 ? [] : Authorities };
    }
}
