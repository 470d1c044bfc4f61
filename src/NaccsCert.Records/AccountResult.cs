namespace NaccsCert;

/// <summary>The answer of <c>Test-NaccsAccount</c>.</summary>
public sealed record AccountResult
{
    /// <summary>What the account is good for.</summary>
    public required AccountStatus Status { get; init; }

    /// <summary>Why, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>Whether certificates may be enrolled in this account without <c>-Force</c>.</summary>
    public required bool CanEnroll { get; init; }

    /// <summary>The account of this process.</summary>
    public required string UserName
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The account that is signed in at the desktop; empty when nobody is.</summary>
    public required string DesktopUserName
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>Whether this process has administrator rights.</summary>
    public required bool IsElevated { get; init; }

    /// <summary>The identity of the error with which enrollment would be stopped; null when it would not.</summary>
    public ErrorId? Error { get; init; }

    /// <summary>The account on one line.</summary>
    public override string ToString() => $"{Status}: {Reason}";
}
