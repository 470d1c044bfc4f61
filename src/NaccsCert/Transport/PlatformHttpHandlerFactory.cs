using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;

namespace NaccsCert.Transport;

/// <summary>Makes handlers of the platform's own HTTP stack.</summary>
internal sealed class PlatformHttpHandlerFactory : IHttpHandlerFactory
{
    /// <inheritdoc/>
    public HttpMessageHandler Create(
        IWebProxy? proxy,
        ICredentials proxyCredentials,
        X509Certificate2? clientCertificate,
        SslProtocols tlsVersions,
        ConnectionEvents events) =>
        HttpHandlers.Create(proxy, proxyCredentials, clientCertificate, tlsVersions, events);
}
