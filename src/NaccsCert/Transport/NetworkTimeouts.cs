using System;

namespace NaccsCert.Transport;

/// <summary>How long each stage of an exchange may take. An exchange that takes longer ends with an error that names the stage.</summary>
/// <param name="Connect">Name resolution and TCP, to the server or to the proxy; and before it the choice of the proxy.</param>
/// <param name="TlsHandshake">The TLS handshake, and before it the proxy's consent, each.</param>
/// <param name="FirstByte">From the request to the first byte of the answer.</param>
/// <param name="Whole">Everything, the body of the answer included.</param>
internal sealed record NetworkTimeouts(TimeSpan Connect, TimeSpan TlsHandshake, TimeSpan FirstByte, TimeSpan Whole)
{
    /// <summary>Longer than any healthy network takes, shorter than a user or a logon script waits.</summary>
    public static NetworkTimeouts Default { get; } = new(
        TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(100));
}
