using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Validation.Connectivity;

/// <summary>Looks from here at every host that the service needs (manual 2.2), all at once.</summary>
internal static class ConnectivityTester
{
    /// <summary>Tests the hosts of a definition.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="options">What to look at, and how.</param>
    /// <param name="clock">This computer's clock.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>A result a host, the worst first; those that are equally good in the definition's order.</returns>
    public static async Task<IReadOnlyList<ConnectivityResult>> TestAsync(
        ServiceDefinition definition, ConnectivityOptions options, IClock clock, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Deadline);
        using var blocking = new BlockingCalls();
        ConnectivityResult[] results = await Task.WhenAll(Hosts(definition, options.Environment)
            .Select(host => new HostProbe(definition, host, options, clock, blocking).RunAsync(deadline.Token, cancellationToken)))
            .ConfigureAwait(false);
        return [.. results.OrderBy(result => CheckStatuses.Rank(result.Status))];
    }

    /// <summary>The hosts of an services.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="environment">The environment; null for all.</param>
    public static IEnumerable<ServiceHost> Hosts(ServiceDefinition definition, ServiceEnvironment? environment) =>
        definition.Hosts.Where(host => environment is null || host.Environment == environment);
}
