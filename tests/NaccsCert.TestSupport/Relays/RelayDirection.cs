namespace NaccsCert.TestSupport.Relays;

/// <summary>The direction in which bytes pass a relay.</summary>
internal enum RelayDirection
{
    /// <summary>From the client to the service.</summary>
    Up,

    /// <summary>From the service to the client.</summary>
    Down,
}
