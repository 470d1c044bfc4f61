namespace NaccsCert.Messages.Revocation;

/// <summary>What an OCSP responder says: about the certificate (RFC 6960, section 2.2), or why it says nothing (section 2.3).</summary>
internal enum OcspStatus
{
    /// <summary>The certificate is not revoked.</summary>
    Good,

    /// <summary>The certificate is revoked, for good or for a time.</summary>
    Revoked,

    /// <summary>The responder does not know the certificate.</summary>
    Unknown,

    /// <summary>The responder could not read the request.</summary>
    MalformedRequest,

    /// <summary>The responder is in an inconsistent state.</summary>
    InternalError,

    /// <summary>The responder cannot answer for the moment.</summary>
    TryLater,

    /// <summary>The responder wants requests to be signed.</summary>
    SigRequired,

    /// <summary>The responder does not answer this client, or does not answer for this certificate (RFC 5019, section 2.2.3).</summary>
    Unauthorized,
}
