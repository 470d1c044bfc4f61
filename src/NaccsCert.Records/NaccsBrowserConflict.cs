namespace NaccsCert;

/// <summary>Something that is set on this computer and contradicts an entry of a browser's policy.</summary>
public sealed record NaccsBrowserConflict
{
    /// <summary>How it contradicts.</summary>
    public required BrowserConflictKind Kind { get; init; }

    /// <summary>Where it is: a value of the registry, or a file and the place in it.</summary>
    public required string Path
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>What is set there; null where it is no text.</summary>
    public required string? Value
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>What is wrong and what to do about it, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The conflict on one line.</summary>
    public override string ToString() => $"{Kind}: {Path}";
}
