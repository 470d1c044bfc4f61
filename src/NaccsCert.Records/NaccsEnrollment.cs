using System;

namespace NaccsCert;

/// <summary>An unfinished enrollment or renewal, as <c>Get-NaccsEnrollment</c> shows it. All times are UTC.</summary>
public sealed record NaccsEnrollment
{
    /// <summary>How far it has come: <c>KeyCreated</c>, <c>Submitted</c>, <c>Pending</c>, <c>Issued</c>, <c>Installed</c>,
    /// <c>Verified</c>; or <c>Unreadable</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What to do about it, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>Names the enrollment for <c>Resume-</c> and <c>Remove-NaccsEnrollment</c>.</summary>
    public required string EnrollmentId { get; init; }

    /// <summary>The name of the service definition; null when the entry cannot be read.</summary>
    public string? Service { get; init; }

    /// <summary>A first enrollment or a renewal; null when the entry cannot be read.</summary>
    public EnrollmentOperation? Operation { get; init; }

    /// <summary>When it began; null when the entry cannot be read.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the authentication codes have been used; null where none are concerned, as for a renewal.</summary>
    public CodeUse? CodeUse { get; init; }

    /// <summary>The last error; null when there was none.</summary>
    public ErrorId? LastError { get; init; }

    /// <summary>When the service wants to be asked again; null when at any time.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The certificate that is renewed; null for a first enrollment.</summary>
    public string? PreviousThumbprint { get; init; }

    /// <summary>The provider that holds the key; null when the entry cannot be read.</summary>
    public string? KeyProvider { get; init; }

    /// <summary>Whether its request was written into a file: <c>Import-NaccsCertificate</c> completes it.</summary>
    public bool WaitsForFile { get; init; }

    /// <summary>The enrollment on one line.</summary>
    public override string ToString() => $"{Status}: {EnrollmentId}: {Reason}";
}
