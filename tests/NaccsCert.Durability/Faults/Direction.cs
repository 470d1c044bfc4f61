namespace NaccsCert.Durability.Faults;

/// <summary>Which way bytes go.</summary>
internal enum Direction
{
    /// <summary>From the client to the service.</summary>
    Up,

    /// <summary>From the service to the client.</summary>
    Down,
}
