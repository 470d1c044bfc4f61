using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Http;
using NaccsCert.Services;
using NaccsCert.Shims;

namespace NaccsCert.Connectivity;

/// <summary>Connects to a host and shakes hands, to see its TLS version and chain.</summary>
internal static class TlsProbe
{
    /// <summary>Looks at a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="trust">Judges its certificate.</param>
    /// <param name="cancellationToken">Ends the probe by closing the connection.</param>
    /// <returns>What was seen.</returns>
    public static async Task<TlsFinding> RunAsync(ServiceHost host, ServerTrust trust, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        using CancellationTokenRegistration closing = cancellationToken.Register(client.Close);
        try
        {
            await client.ConnectAsync(host.Host, host.Port).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return new TlsFinding(exception.Message, null, null, null);
        }

        ServerVerdict? verdict = null;
        using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, chain, errors) =>
        {
            verdict = trust.Judge(AsVersion2(certificate), chain, errors);
            return verdict.Anchor is not null;
        });
        try
        {
            await tls.AuthenticateAsClientAsync(host.Host, null, TlsVersions.Allowed, checkCertificateRevocation: false)
                .ConfigureAwait(false);
            return new TlsFinding(null, null, tls.SslProtocol.ToString(), verdict);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or ObjectDisposedException)
        {
            return new TlsFinding(null, exception.Message, null, verdict);
        }
    }

    private static X509Certificate2? AsVersion2(X509Certificate? certificate) =>
        certificate is null ? null : certificate as X509Certificate2 ?? Certificates.Load(certificate.GetRawCertData());
}
