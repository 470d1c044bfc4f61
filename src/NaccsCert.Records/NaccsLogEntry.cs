using System;

namespace NaccsCert;

/// <summary>An entry of the log of the user, as <c>Get-NaccsLog</c> shows it.</summary>
public sealed record NaccsLogEntry
{
    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How much it matters.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>The name of the event, for example <c>EnrollmentCompleted</c>.</summary>
    public required string Event
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>What happened, in the language of the session.</summary>
    public required string Message
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The enrollment or renewal that it belongs to; null when it belongs to none, or when the log does not name it any more.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>The mark that all entries of one enrollment share: the last eight digits of its ID; null when it belongs to none.</summary>
    public string? Correlation
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The identity of the error that it tells of; null when it tells of none that this version knows.</summary>
    public ErrorId? Error { get; init; }

    /// <summary>The ID of the process that wrote it.</summary>
    public int ProcessId { get; init; }

    /// <summary>The entry on one line.</summary>
    public override string ToString() => $"{Level}: {Event}: {Message}";
}
