using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Transport;

/// <summary>Makes HTTP clients that share a clock, the user's network options and the HTTP stack.</summary>
/// <param name="Clock">The time for which chains must be valid.</param>
/// <param name="Options">The user's choices about the route.</param>
/// <param name="Handlers">The HTTP stack.</param>
internal sealed record HttpClientFactory(IClock Clock, NetworkOptions Options, IHttpHandlerFactory Handlers)
{
    /// <summary>Makes a client.</summary>
    /// <param name="anchors">The roots that servers must chain to.</param>
    /// <param name="network">What the service definition settles about the route.</param>
    /// <param name="clientCertificate">The certificate to authenticate with, joined to its key; null for none.</param>
    /// <param name="exchanges">Takes each exchange when it has ended; null for nobody.</param>
    /// <returns>The client; the caller disposes of it.</returns>
    public PinnedHttpClient Create(
        IReadOnlyList<TrustAnchor> anchors,
        ServiceNetwork network,
        X509Certificate2? clientCertificate = null,
        IProgress<HttpExchange>? exchanges = null) => new(this, anchors, network, clientCertificate, exchanges);
}
