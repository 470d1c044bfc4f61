using System;

namespace NaccsCert;

/// <summary>What a run of the reminder did about a certificate.</summary>
public sealed record ReminderResult : OperationResult
{
    /// <summary>How it ended.</summary>
    public required ReminderOutcome Status { get; init; }

    /// <summary>The logical terminal name.</summary>
    public required string Terminal
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>Whole days until the end of validity of the certificate that was looked at.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>The moment (UTC) from which the service renews the certificate, the new one where it was renewed; null when that is not known.</summary>
    public DateTimeOffset? RenewalOpens { get; init; }

    /// <summary>Whether the user was told.</summary>
    public required NoticeStatus Notice { get; init; }

    /// <summary>The name of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>SHA-1 of the certificate that was replaced; null when none was.</summary>
    public string? PreviousThumbprint { get; init; }

    /// <summary>What became of the root of the new certificate; null when there is none, or it was not asked for.</summary>
    public RootCAStatus? RootCA { get; init; }

    /// <summary>The identity of the error; null when there was none.</summary>
    public ErrorId? Error { get; init; }

    /// <summary>The result on one line.</summary>
    public override string ToString() => $"{Status}: {Terminal}: {Reason}";
}
