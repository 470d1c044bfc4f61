using System;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;
using NaccsCert.Transport;

namespace NaccsCert.Tests.Http.Framework;

/// <summary>
/// Stands in for the HTTP stack of .NET Framework behind a proxy that takes one password over Basic: it asks for credentials as that
/// does, throws as that does, and lets whoever is signed in pass to the server itself.
/// </summary>
/// <param name="password">The password that is taken.</param>
internal sealed class FrameworkHandler(string password) : IHttpHandlerFactory
{
    /// <summary>How often a request was refused.</summary>
    public int Refusals { get; private set; }

    /// <inheritdoc/>
    public HttpMessageHandler Create(
        IWebProxy? proxy,
        ICredentials proxyCredentials,
        X509Certificate2? clientCertificate,
        SslProtocols tlsVersions,
        ConnectionEvents events)
    {
        HttpMessageHandler direct = HttpHandlers.Create(new WebProxy(), proxyCredentials, clientCertificate, tlsVersions, events);
        return new TunnelHandler(this, proxyCredentials, direct);
    }

    private async Task RequireAsync(ICredentials credentials)
    {
        if (credentials.GetCredential(new Uri("http://proxy.naccscert.invalid:8080"), "Basic")?.Password != password)
        {
            Refusals++;
            throw await FrameworkFailures.OfTunnelAsync("407 No\r\nProxy-Authenticate: Basic realm=\"test\"");
        }
    }

    private sealed class TunnelHandler(FrameworkHandler owner, ICredentials credentials, HttpMessageHandler direct) : DelegatingHandler(direct)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await owner.RequireAsync(credentials);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
