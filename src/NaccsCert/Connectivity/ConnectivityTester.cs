using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>Looks from here at every host that the service needs (manual 2.2), all at once.</summary>
public static class ConnectivityTester
{
    /// <summary>Tests every host of a definition.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="clock">This computer's clock.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>A result a host, in the definition's order.</returns>
    public static async Task<IReadOnlyList<ConnectivityResult>> TestAsync(
        ServiceDefinition definition, IClock clock, CancellationToken cancellationToken) =>
        await Task.WhenAll(definition.Hosts
            .Select(host => new HostProbe(definition, host, clock).RunAsync(cancellationToken))).ConfigureAwait(false);
}
