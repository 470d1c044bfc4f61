using System;

namespace NaccsCert;

/// <summary>One thing that was looked at, and what was found.</summary>
/// <param name="Name">A stable English name, for scripts.</param>
/// <param name="Status">What was found.</param>
/// <param name="Detail">What was found, in the language of the session.</param>
public sealed record Check(string Name, CheckStatus Status, string Detail)
{
    /// <summary>What was found, in the language of the session.</summary>
    public string Detail
    {
        get;
        init => field = CellText.Guard(value);
    }

    = CellText.Guard(ForeignText.ToMessage(Detail, ForeignText.MaxMessageLength));

    /// <summary>How long it took to find out; null when nothing had to be waited for, or it cannot be told.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The host that was asked; null for a check of this computer, or of several hosts.</summary>
    public string? HostName { get; init; }

    /// <summary>The identity of the error that it ended with; null when it did not.</summary>
    public ErrorId? Error { get; init; }

    /// <summary>What to do, or what to tell the network administrator, in the language of the session; null for nothing.</summary>
    public string? Advice
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The check on one line.</summary>
    public override string ToString() => $"{Status}: {Name}: {Detail}";
}
