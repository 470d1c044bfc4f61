namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>The responses that a device between client and service may give in its place.</summary>
internal enum ForgedResponse
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

    /// <summary>200 without a body.</summary>
    Empty,

    /// <summary>200 with the first half of the response of the service.</summary>
    Half,

    /// <summary>200 with one byte more than a client may accept.</summary>
    TooLarge,

    /// <summary>200 with the certificate of another client.</summary>
    Foreign,

    /// <summary>No response: the connection ends.</summary>
    Nothing,
}
