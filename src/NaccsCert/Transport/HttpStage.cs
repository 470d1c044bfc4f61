namespace NaccsCert.Transport;

/// <summary>The stages of an exchange, in their order. On a connection that is used again, the first byte follows the choice of the proxy.</summary>
internal enum HttpStage
{
    /// <summary>Choosing the proxy, for which the system may have to fetch and run a PAC file.</summary>
    ProxySelection,

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
