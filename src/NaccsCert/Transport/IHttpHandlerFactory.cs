using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;

namespace NaccsCert.Transport;

/// <summary>Makes the handler below an HTTP client; handed in, so that a test can stand in for the network.</summary>
internal interface IHttpHandlerFactory
{
    /// <summary>Makes a handler that follows no redirects, keeps no cookies and has no credentials but the proxy's.</summary>
    /// <param name="proxy">The route; null for that of the system, all of whose proxies the handler goes through.</param>
    /// <param name="proxyCredentials">What to sign in to proxies with.</param>
    /// <param name="clientCertificate">The certificate to authenticate with, joined to its key; null for none.</param>
    /// <param name="tlsVersions">The TLS versions to allow on this handler's connections.</param>
    /// <param name="events">What is told of connections.</param>
    /// <returns>The handler; the caller disposes of it.</returns>
    HttpMessageHandler Create(
        IWebProxy? proxy,
        ICredentials proxyCredentials,
        X509Certificate2? clientCertificate,
        SslProtocols tlsVersions,
        ConnectionEvents events);
}
