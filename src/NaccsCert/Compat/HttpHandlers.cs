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
    /// <summary>Whether it is told when a server wants to see a client certificate: .NET Framework settles that with Windows.</summary>
    public static bool TellsOfCertificateRequests =>
#if NET
        true;
#else
        false;
#endif

    /// <summary>Makes a handler; the caller disposes of it.</summary>
    /// <param name="proxy">The route; null for that of the system, all of whose proxies the stack goes through.</param>
    /// <param name="proxyCredentials">What to sign in to proxies with.</param>
    /// <param name="clientCertificate">The certificate to sign in with, joined to its key; null for none.</param>
    /// <param name="tlsVersions">The TLS versions to speak on this handler's connections.</param>
    /// <param name="events">What is told of connections.</param>
    public static HttpMessageHandler Create(
        IWebProxy? proxy,
        ICredentials proxyCredentials,
        X509Certificate2? clientCertificate,
        SslProtocols tlsVersions,
        ConnectionEvents events)
    {
#if NET
        ManagedNtlm.Enable();
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, events, token),
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult(Plaintext(context.PlaintextStream, events)),
            Proxy = proxy,
            DefaultProxyCredentials = proxyCredentials,
            SslOptions = new SslClientAuthenticationOptions
            {
                // A session of a connection that showed no certificate would be resumed without one.
                AllowTlsResume = clientCertificate is null,

                // Where a certificate says that its issuer can be fetched, whoever answers could send this computer to any address.
                CertificateChainPolicy = new X509ChainPolicy
                {
                    DisableCertificateDownloads = true,
                    RevocationMode = X509RevocationMode.NoCheck,
                },
                EnabledSslProtocols = tlsVersions,
                LocalCertificateSelectionCallback = (_, _, _, server, issuers) => Select(clientCertificate, server, issuers, events)!,
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                    events.Evaluate(certificate as X509Certificate2, chain, errors),
            },
            UseCookies = false,
        };
#else
        proxy ??= SystemProxy.Own(proxyCredentials);
        HttpClientHandler plain = CreatePlain(proxy, tlsVersions, events);
        if (clientCertificate is null)
        {
            return plain;
        }

        HttpClientHandler authenticating = CreatePlain(proxy, tlsVersions, events);
        authenticating.ClientCertificates.Add(clientCertificate);
        return new ServerFirstHandler(plain, authenticating);
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
            return new HandshakeStream(new NetworkStream(socket, ownsSocket: true), events.Connected());
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static Stream Plaintext(Stream connection, ConnectionEvents events)
    {
        if (connection is not SslStream secured)
        {
            return connection;
        }

        events.Secured(secured.SslProtocol);
        return new AlertStream(secured);
    }

    // Asked at the beginning of a handshake, when no server certificate is there yet, and again when the server wants one. What is
    // given out the first time would go to whoever answers, before its certificate is evaluated.
    private static X509Certificate2? Select(
        X509Certificate2? certificate, X509Certificate? server, string[] issuers, ConnectionEvents events)
    {
        if (server is null)
        {
            events.HandshakeBeginning();
            return null;
        }

        return events.ClientCertificateRequested(server, issuers) ? certificate : null;
    }
#else
    private static HttpClientHandler CreatePlain(IWebProxy proxy, SslProtocols tlsVersions, ConnectionEvents events) => new()
    {
        AllowAutoRedirect = false,
        ClientCertificateOptions = ClientCertificateOption.Manual,
        Proxy = proxy,
        ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) => events.Evaluate(certificate, chain, errors),
        SslProtocols = tlsVersions,
        UseCookies = false,
        UseDefaultCredentials = false,
    };
#endif
}
