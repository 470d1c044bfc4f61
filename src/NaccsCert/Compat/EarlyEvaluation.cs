using System;
using System.Net.Security;
#if NET
using System.Security.Cryptography;
#endif
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Compat;

/// <summary>
/// Evaluates a server in the middle of its handshake, as the platform does at the end of it, so that it is known when it asks for a
/// client certificate.
/// </summary>
internal static class EarlyEvaluation
{
#if NET
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
#endif

    /// <summary>Has a server evaluated.</summary>
    /// <param name="server">Its certificate.</param>
    /// <param name="sent">The certificates that it sent.</param>
    /// <param name="host">The name or address that its certificate must be for.</param>
    /// <param name="evaluate">Takes its certificate, the chain, and the findings of the platform.</param>
    /// <returns>What <paramref name="evaluate"/> gave; false where the platform cannot tell whether the name fits (.NET Framework).</returns>
    public static bool Accepts(
        X509Certificate2 server,
        X509Certificate2Collection sent,
        string host,
        Func<X509Certificate2, X509Chain, SslPolicyErrors, bool> evaluate)
    {
#if NET
        using var chain = new X509Chain();
        try
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent);
            chain.ChainPolicy.DisableCertificateDownloads = true;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
            SslPolicyErrors errors = chain.Build(server) ? SslPolicyErrors.None : SslPolicyErrors.RemoteCertificateChainErrors;
            return evaluate(
                server, chain, server.MatchesHostname(host) ? errors : errors | SslPolicyErrors.RemoteCertificateNameMismatch);
        }
        finally
        {
            foreach (X509ChainElement element in chain.ChainElements)
            {
                element.Certificate.Dispose();
            }
        }
#else
        return false;
#endif
    }
}
