namespace NaccsCert.Validation.Connectivity;

/// <summary>What is looked at of a host, in this order. The names are those of the checks, for scripts.</summary>
internal enum Stage
{
    /// <summary>Which way leads to the host: straight, or through which proxy.</summary>
    Proxy,

    /// <summary>The name of whoever is connected to: the host, or the proxy.</summary>
    NameResolution,

    /// <summary>The TCP connection to it.</summary>
    Tcp,

    /// <summary>Whether the proxy opens the way.</summary>
    ProxyAuthentication,

    /// <summary>The TLS handshake with the host.</summary>
    Tls,

    /// <summary>The root that vouches for it.</summary>
    TrustAnchor,

    /// <summary>An answer over HTTP.</summary>
    Service,

    /// <summary>Whether the client certificate is taken.</summary>
    ClientCertificate,

    /// <summary>This computer's clock against the host's.</summary>
    Clock,

    /// <summary>Whether maintenance is on (manual 9.4).</summary>
    Maintenance,
}
