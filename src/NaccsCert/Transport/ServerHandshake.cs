using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Messages;
using NaccsCert.Stores;

namespace NaccsCert.Transport;

/// <summary>Has a server judged by the certificates of its handshake, before the handshake is over.</summary>
internal static class ServerHandshake
{
    /// <summary>Has it judged where its certificates were read.</summary>
    /// <param name="server">The certificate that the TLS stack says is the server's.</param>
    /// <param name="certificates">The DER certificates that were read of the handshake, the server's own first.</param>
    /// <param name="host">The name or address that the certificate must be for.</param>
    /// <param name="judge">Takes the certificate, its chain, and the findings of the platform.</param>
    public static void Judge(
        X509Certificate server,
        IReadOnlyList<byte[]> certificates,
        string host,
        Func<X509Certificate2, X509Chain, SslPolicyErrors, bool> judge)
    {
        if (!certificates[0].SequenceEqual(server.GetRawCertData()))
        {
            return;
        }

        try
        {
            using var sent = new DisposableList<X509Certificate2>(certificates.Select(Certificates.Load));
            X509Certificate2[] above = [.. sent.Skip(1)];
            EarlyEvaluation.Accepts(sent[0], new X509Certificate2Collection(above), host, judge);
        }
        catch (CryptographicException)
        {
            // The TLS stack comes to its own verdict at the end of the handshake.
            return;
        }
    }
}
