using System;
using System.Collections.Generic;

namespace NaccsCert.Guidance;

/// <summary>What a person can do after a command.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">For how many records.</param>
/// <param name="Command">The command to type; null where no command does it, or it is the one that was just typed.</param>
internal sealed record NextStep(NextStepKind Kind, int Count, NextCommand? Command)
{
    /// <summary>From when on (UTC); null for at once.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>The only terminals that the command is to be about; empty for all.</summary>
    public IReadOnlyList<string> Terminals { get; init; } = [];

    /// <summary>The only enrollment that the command is to be about; null for all.</summary>
    public string? EnrollmentId { get; init; }
}
