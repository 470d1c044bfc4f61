using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages.Est;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Transport.Est;

namespace NaccsCert.Enrollment;

/// <summary>What the service says before anything is asked of it: a rehearsal that changes nothing and costs no code.</summary>
/// <param name="CACertificates">How many CA certificates it hands out.</param>
/// <param name="KeyAlgorithm">The kind of key that it demands; null when any will do.</param>
public sealed record ServiceOffer(int CACertificates, KeyAlgorithm? KeyAlgorithm)
{
    /// <summary>Asks the service (RFC 7030, sections 4.1 and 4.5).</summary>
    /// <param name="definition">The service.</param>
    /// <param name="clock">The moment for which the server's chain must be valid.</param>
    /// <param name="network">The user's choices about the way to the service.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NaccsException">The service cannot be asked.</exception>
    public static async Task<ServiceOffer> AskAsync(
        ServiceDefinition definition, IClock clock, NetworkOptions network, CancellationToken cancellationToken)
    {
        using var httpClient = new PinnedHttpClient(definition, null, clock, network);
        var client = new EstClient(definition, httpClient, clock);
        int authorities = (await client.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false)).Count;
        CsrAttributes csrAttributes = await client.GetCsrAttributesAsync(cancellationToken).ConfigureAwait(false);
        return new ServiceOffer(authorities, csrAttributes.KeyAlgorithm);
    }
}
