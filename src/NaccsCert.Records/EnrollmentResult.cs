using System;

namespace NaccsCert;

/// <summary>The outcome of <c>Request-NaccsCertificate</c> and <c>Update-NaccsCertificate</c>. All times are UTC.</summary>
public sealed record EnrollmentResult : OperationResult
{
    /// <summary>How the operation ended.</summary>
    public required EnrollmentStatus Status { get; init; }

    /// <summary>Whether it was a first enrollment or a renewal.</summary>
    public required EnrollmentOperation Operation { get; init; }

    /// <summary>The name of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>The logical terminal name; null until the service has told it.</summary>
    public string? Terminal
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>SHA-1 of the certificate that was renewed; null for a first enrollment.</summary>
    public string? PreviousThumbprint { get; init; }

    /// <summary>
    /// Whether the certificate that was renewed is archived, so that browsers offer only the new one; null where none was renewed.
    /// </summary>
    public bool? PreviousArchived { get; init; }

    /// <summary>The journal entry under which the enrollment is kept until it is proven; null when none was needed.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>Whether the authentication codes have been used; null where none are concerned, as for a renewal.</summary>
    public CodeUse? CodeUse { get; init; }

    /// <summary>The first moment at which the new certificate is valid.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The last moment at which the certificate is valid.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The moment from which the certificate can be renewed.</summary>
    public DateTimeOffset? RenewalOpens { get; init; }

    /// <summary>What became of the root that vouches for the certificate; null when it was not asked for.</summary>
    public RootCAStatus? RootCA { get; init; }

    /// <summary>Which of the objects from the pipeline it is about, from 1; null when the codes did not come from there.</summary>
    public int? Row { get; init; }

    /// <summary>The identity of the error; null when there was none.</summary>
    public ErrorId? Error { get; init; }

    /// <summary>The result on one line.</summary>
    public override string ToString() => Terminal is null ? $"{Status}: {Reason}" : $"{Status}: {Terminal}: {Reason}";
}
