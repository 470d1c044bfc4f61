using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Events;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Transport;
using NaccsCert.Transport.Protocols;

namespace NaccsCert.Enrollment;

/// <summary>What the service says before anything is asked of it: a rehearsal that changes nothing and costs no code.</summary>
/// <param name="CACertificates">How many CA certificates it hands out.</param>
/// <param name="KeyAlgorithm">The kind of key that it demands first; null when any will do.</param>
internal sealed record ServiceOffer(int CACertificates, KeyAlgorithm? KeyAlgorithm)
{
    /// <summary>
    /// Asks the service what an enrollment asks before it makes a key (RFC 7030, sections 4.1 and 4.5; RFC 8894, sections 3.5 and 4.2).
    /// By EST, nothing but a request would show whether it renews.
    /// </summary>
    /// <param name="definition">The service.</param>
    /// <param name="clients">Makes HTTP clients.</param>
    /// <param name="keyAlgorithm">The kind of key that the user asks for; null for none in particular.</param>
    /// <param name="current">The certificate that would be renewed; null for a first enrollment. It is not shown to the service.</param>
    /// <param name="events">Takes what happens on the way.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NaccsException">The service cannot be asked, or demands what cannot be met.</exception>
    public static async Task<ServiceOffer> AskAsync(
        ServiceDefinition definition,
        HttpClientFactory clients,
        KeyAlgorithm? keyAlgorithm,
        X509Certificate2? current,
        IProgress<EnrollmentEvent> events,
        CancellationToken cancellationToken)
    {
        using PinnedHttpClient httpClient = clients.Create(definition.ServerAnchors, definition.Network);
        IEnrollmentProtocol protocol = EnrollmentProtocols.Open(definition, httpClient, clients.Clock);
        EnrollmentPreparation.RequireKey(protocol, definition, keyAlgorithm, current);
        int authorities = (await protocol.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false)).Count;
        EnrollmentOperation operation = current is null ? EnrollmentOperation.Enroll : EnrollmentOperation.Reenroll;
        CsrAttributes csrAttributes = await new CsrAttributesQuery(definition, operation, protocol, events)
            .AskAsync(ask => ask(cancellationToken), cancellationToken).ConfigureAwait(false);
        return new ServiceOffer(
            authorities, csrAttributes.KeyAlgorithms.Select(algorithm => (KeyAlgorithm?)algorithm).FirstOrDefault());
    }
}
