using System;
using System.Collections.Generic;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Compat;

/// <summary>What a connection tells while it is made, as far as the platform lets it.</summary>
internal sealed class ConnectionEvents
{
    /// <summary>TCP begins (.NET only).</summary>
    public required Action Connecting { get; init; }

    /// <summary>
    /// TCP has ended well (.NET only). The result takes what the server sends of its handshake, as it comes, until it gives false.
    /// </summary>
    public required Func<Func<byte[], bool>> Connected { get; init; }

    /// <summary>The TLS handshake begins (.NET only).</summary>
    public required Action HandshakeBeginning { get; init; }

    /// <summary>
    /// The server, whose certificate this is, wants to see a client certificate, of one of these issuers where it names any
    /// (.NET only). The result says whether it may.
    /// </summary>
    public required Func<X509Certificate, IReadOnlyList<string>, bool> ClientCertificateRequested { get; init; }

    /// <summary>Evaluates the server's certificate.</summary>
    public required Func<X509Certificate2?, X509Chain?, SslPolicyErrors, bool> Evaluate { get; init; }

    /// <summary>
    /// The TLS handshake has ended well, with this version (.NET only). What it throws ends the connection before anything is sent
    /// on it.
    /// </summary>
    public required Action<SslProtocols> Secured { get; init; }
}
