namespace NaccsCert.Messages.Files;

/// <summary>What a value in a file can be.</summary>
internal enum DerKind
{
    /// <summary>Nothing that is handed in as a certificate.</summary>
    Unknown,

    /// <summary>A certificate (RFC 5280).</summary>
    Certificate,

    /// <summary>A CMS message (RFC 5652).</summary>
    Cms,

    /// <summary>Certificates with their keys (RFC 7292).</summary>
    Pkcs12,

    /// <summary>A private key without its certificate (RFC 5958, RFC 8017, RFC 5915).</summary>
    PrivateKey,

    /// <summary>A certification request (RFC 2986).</summary>
    Request,

    /// <summary>A revocation list (RFC 5280, section 5).</summary>
    RevocationList,
}
