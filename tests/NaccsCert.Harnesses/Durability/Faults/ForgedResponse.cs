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

    /// <summary>SCEP: a grant by the RA itself, for another transaction.</summary>
    OtherTransaction,

    /// <summary>SCEP: a grant by the RA itself, in answer to another message.</summary>
    OtherNonce,

    /// <summary>SCEP: a grant by the RA itself, of a certificate with the key of another client.</summary>
    OtherKey,

    /// <summary>SCEP: a rejection that another client has signed.</summary>
    UnsignedRejection,

    /// <summary>SCEP: the RA itself lets wait, although the service has not seen the request or has decided already.</summary>
    SignedPending,

    /// <summary>SCEP, GetCACert: the CA alone, as if there were no RA any more.</summary>
    WithoutRegistrar,
}
