using System;
using System.Collections.Generic;

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>What became of an order: one line of JSON on the process's standard output.</summary>
internal sealed record Report
{
    /// <summary>How the enrollment ended; null when it failed.</summary>
    public EnrollmentStatus? Status { get; init; }

    /// <summary>The library's error; null when there was none.</summary>
    public ErrorId? Error { get; init; }

    /// <summary>The text of the library's error; null when there was none.</summary>
    public string? Message { get; init; }

    /// <summary>What was thrown that is not the library's own error; null when nothing was.</summary>
    public string? UnexpectedException { get; init; }

    /// <summary>When the service wants to be asked again.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>When the library's first event came; null when there was none.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>The library's events, in their order.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Whether there is a certificate now, new or from before.</summary>
    public bool IsDone => Status is
        EnrollmentStatus.Enrolled or EnrollmentStatus.AlreadyEnrolled or EnrollmentStatus.Renewed or EnrollmentStatus.NotDue;

    /// <summary>In one word.</summary>
    public override string ToString() => Status?.ToString() ?? Error?.ToString() ?? UnexpectedException ?? "nothing";
}
