namespace NaccsCert.Transport;

/// <summary>What was found of a TLS server.</summary>
internal enum ServerTrustKind
{
    /// <summary>Its chain ends in a pinned root.</summary>
    Pinned,

    /// <summary>This computer trusts it, the definition does not: a device in between has opened the connection.</summary>
    Inspected,

    /// <summary>Its chain would end in a pinned root at another time.</summary>
    NotTimeValid,

    /// <summary>Anything else.</summary>
    Unknown,
}
