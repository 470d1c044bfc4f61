using System;

namespace NaccsCert.Validation.Origin;

/// <summary>A certificate that this module enrolled, or saw enrolled, for this user; remembered when it was verified.</summary>
/// <param name="Sha256">SHA-256 of the DER certificate in upper-case hexadecimal digits.</param>
/// <param name="PreviousSha256">SHA-256 of the certificate that it renews; null for a first enrollment.</param>
/// <param name="RootSha256">SHA-256 of the root of its chain.</param>
/// <param name="Enrolled">When it was verified (UTC).</param>
internal sealed record EnrolledCertificate(string Sha256, string? PreviousSha256, string RootSha256, DateTimeOffset Enrolled)
{
    /// <summary>The enrollment that it came from; null where that was not kept.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>Whether its renewal has left the certificate before it to be archived, which has not been done yet.</summary>
    public bool ArchivesPrevious { get; init; }

    /// <summary>
    /// Which codes gave it: their fingerprint of sixteen bits, salted with <see cref="EnrollmentId"/>; null for a renewal.
    /// </summary>
    public string? CodeFingerprint { get; init; }
}
