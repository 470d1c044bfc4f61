namespace NaccsCert.TestSupport.Relays;

/// <summary>What a relay does to a connection after some bytes.</summary>
internal enum RelayEnding
{
    /// <summary>Nothing: the connection stays open until one side ends it.</summary>
    None,

    /// <summary>Both sides are closed in good order.</summary>
    Close,

    /// <summary>Both sides are reset.</summary>
    Reset,
}
