using System;

namespace NaccsCert;

/// <summary>One stage on the way to one host, as <c>Test-NaccsConnectivity -Detailed</c> tells it.</summary>
public sealed record ConnectivityStage
{
    /// <summary>The host.</summary>
    public required string HostName { get; init; }

    /// <summary>The TCP port.</summary>
    public required int Port { get; init; }

    /// <summary>The stage, for example <c>ProxyAuthentication</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>What was found.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>How long it took; null when nothing had to be waited for, or it cannot be told.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What was found, in the language of the session.</summary>
    public required string Detail
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The identity of the error that it ended with; null when it did not.</summary>
    public ErrorId? Error { get; init; }

    /// <summary>What to do, or what to tell the network administrator; null for nothing.</summary>
    public string? Advice
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The stage on one line.</summary>
    public override string ToString() => $"{Status}: {HostName}: {Stage}: {Detail}";
}
