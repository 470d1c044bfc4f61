namespace NaccsCert.Compat;

/// <summary>The TLS alerts with which servers refuse client certificates, by their numbers (RFC 8446, section 6; RFC 5246, section 7.2).</summary>
internal enum TlsAlert
{
    /// <summary>No parameters could be agreed on; before TLS 1.3 also that a certificate was needed and none came.</summary>
    HandshakeFailure = 40,

    /// <summary>The certificate is corrupt, or its signature does not fit.</summary>
    BadCertificate = 42,

    /// <summary>A certificate of a kind that the server does not take.</summary>
    UnsupportedCertificate = 43,

    /// <summary>The issuer has revoked the certificate.</summary>
    CertificateRevoked = 44,

    /// <summary>The certificate is not valid any more, or the server's own revocation list is not.</summary>
    CertificateExpired = 45,

    /// <summary>Another problem with the certificate.</summary>
    CertificateUnknown = 46,

    /// <summary>The certificate does not chain to a CA that the server trusts.</summary>
    UnknownCa = 48,

    /// <summary>The certificate is good, and its holder may not enter.</summary>
    AccessDenied = 49,

    /// <summary>A signature of the handshake does not fit.</summary>
    DecryptError = 51,

    /// <summary>The TLS version is known and not wanted.</summary>
    ProtocolVersion = 70,

    /// <summary>The server failed for a reason of its own.</summary>
    InternalError = 80,

    /// <summary>A certificate was needed, and none came (TLS 1.3).</summary>
    CertificateRequired = 116,
}
