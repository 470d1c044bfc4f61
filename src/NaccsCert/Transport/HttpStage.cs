namespace NaccsCert.Transport;

/// <summary>The stages of an exchange, in their order. A connection that is used again begins with its first byte.</summary>
internal enum HttpStage
{
    /// <summary>Name resolution and TCP.</summary>
    Connect,

    /// <summary>The proxy's consent (CONNECT, RFC 9110, section 9.3.6), signing in included.</summary>
    Tunnel,

    /// <summary>The TLS handshake.</summary>
    TlsHandshake,

    /// <summary>From the request to the first byte of the answer.</summary>
    FirstByte,

    /// <summary>The rest of the answer.</summary>
    Body,
}
