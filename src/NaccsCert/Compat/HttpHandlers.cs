using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
#if NET
using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
#endif

namespace NaccsCert.Compat;

/// <summary>The HTTP stack of the platform, set up alike: no redirects, no cookies, no credentials but the proxy's.</summary>
internal static class HttpHandlers
{
    /// <summary>Makes a handler; the caller disposes of it.</summary>
    /// <param name="proxy">The way, with the credentials for its proxies.</param>
    /// <param name="clientCertificate">The certificate to sign in with, joined to its key; null for none.</param>
    /// <param name="tlsVersions">The TLS versions to speak on this handler's connections.</param>
    /// <param name="events">What is told of connections.</param>
    public static HttpMessageHandler Create(
        IWebProxy proxy, X509Certificate2? clientCertificate, SslProtocols tlsVersions, ConnectionEvents events)
    {
#if NET
        ManagedNtlm.Enable();
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, events, token),
            PlaintextStreamFilter = (context, _) =>
            {
                if (context.PlaintextStream is SslStream secured)
                {
                    events.Secured(secured.SslProtocol);
                }

                return ValueTask.FromResult(context.PlaintextStream);
            },
            Proxy = proxy,
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = tlsVersions,
                ClientCertificates = clientCertificate is null ? null : [clientCertificate],
                LocalCertificateSelectionCallback = (_, _, _, server, _) => Select(clientCertificate, server, events)!,
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                    events.Evaluate(certificate as X509Certificate2, chain, errors),
            },
            UseCookies = false,
        };
#else
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            ClientCertificateOptions = ClientCertificateOption.Manual,
            Proxy = proxy,
            ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) => events.Evaluate(certificate, chain, errors),
            SslProtocols = tlsVersions,
            UseCookies = false,
            UseDefaultCredentials = false,
        };
        if (clientCertificate is not null)
        {
            handler.ClientCertificates.Add(clientCertificate);
        }

        return handler;
#endif
    }

#if NET
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, ConnectionEvents events, CancellationToken cancellationToken)
    {
        events.Connecting();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            events.Connected();
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    // Asked at the beginning of a handshake, when no server certificate is there yet, and again when the server wants one.
    private static X509Certificate2? Select(X509Certificate2? certificate, X509Certificate? server, ConnectionEvents events)
    {
        (server is null ? events.HandshakeBeginning : events.ClientCertificateRequested)();
        return certificate;
    }
#endif
}
