namespace NaccsCert.Durability.Faults;

/// <summary>What somebody between client and service can answer in its place.</summary>
internal enum Lie
{
    /// <summary>500.</summary>
    InternalError,

    /// <summary>502, as from a gateway that has lost the service.</summary>
    BadGateway,

    /// <summary>503 with Retry-After.</summary>
    Unavailable,

    /// <summary>429 with Retry-After.</summary>
    TooMany,

    /// <summary>202 with Retry-After.</summary>
    Pending,

    /// <summary>200 with a page for people, as from a captive portal.</summary>
    Page,

    /// <summary>200 with nothing.</summary>
    Empty,

    /// <summary>200 with the first half of the true answer.</summary>
    Half,

    /// <summary>200 with one byte more than the protocol has a use for.</summary>
    TooLarge,

    /// <summary>200 with the certificate of somebody else.</summary>
    Foreign,

    /// <summary>No answer: the connection ends.</summary>
    Nothing,
}
