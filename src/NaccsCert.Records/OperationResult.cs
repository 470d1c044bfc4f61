using System;

namespace NaccsCert;

/// <summary>What every operation tells, so that "skipped", "done" and "not yet" never look alike.</summary>
public abstract record OperationResult
{
    /// <summary>Why the operation ended as it did, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>Whether anything was changed on this computer.</summary>
    public required bool Changed { get; init; }

    /// <summary>SHA-1 of the certificate that the result speaks of; null when there is none.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>When to run the command again (UTC); null when nothing more is to be done.</summary>
    public DateTimeOffset? NextAttempt { get; init; }
}
