namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>What can happen to the bytes of a connection.</summary>
internal enum FaultKind
{
    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>The connection is closed in good order, in the middle.</summary>
    Close,

    /// <summary>Nothing moves any more, for a while; then the connection is reset.</summary>
    Stall,

    /// <summary>Some bytes are left out.</summary>
    Truncate,

    /// <summary>Some bytes come twice.</summary>
    Duplicate,

    /// <summary>One bit is another.</summary>
    Corrupt,

    /// <summary>Everything comes a moment later.</summary>
    Delay,
}
