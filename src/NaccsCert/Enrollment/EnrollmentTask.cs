using System.Security.Cryptography.X509Certificates;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.Enrollment;

/// <summary>What is to be enrolled: a first certificate, a renewal, or the rest of an unfinished enrollment.</summary>
internal sealed record EnrollmentTask
{
    /// <summary>The user's choices.</summary>
    public required EnrollmentOptions Options { get; init; }

    /// <summary>The codes; null for a renewal. The caller disposes of them.</summary>
    public AuthenticationCodes? Codes { get; init; }

    /// <summary>The certificate that is renewed, with its key; null for a first enrollment. The caller disposes of it.</summary>
    public X509Certificate2? Current { get; init; }

    /// <summary>The unfinished enrollment to resume; null to look for one of the same codes or certificate.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>What a new enrollment of this task is.</summary>
    public EnrollmentOperation Operation => Current is null ? EnrollmentOperation.Enroll : EnrollmentOperation.Reenroll;

    /// <summary>Whether an entry of the journal is the one that this task is about.</summary>
    public bool IsAbout(JournalEntry entry)
    {
        if (EnrollmentId is not null)
        {
            return entry.Id == EnrollmentId;
        }

        return Codes is not null
            ? entry.CodeFingerprint == Codes.Fingerprint(entry.Id)
            : Current is not null && entry.PreviousThumbprint == Current.Thumbprint;
    }
}
