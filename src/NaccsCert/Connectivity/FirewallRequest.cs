using System.Collections.Generic;
using System.Linq;
using NaccsCert.Reasons;
using NaccsCert.Services;

namespace NaccsCert.Connectivity;

/// <summary>The list of hosts and ports to send to the people who run the firewall and the proxy (manual 2.2).</summary>
public static class FirewallRequest
{
    /// <summary>Writes the list in the language of the session.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="environment">The environment whose hosts are listed; null for all.</param>
    /// <returns>The lines of a text that can be mailed.</returns>
    public static IReadOnlyList<string> Lines(ServiceDefinition definition, ServiceEnvironment? environment)
    {
        ServiceHost[] hosts = [.. ConnectivityTester.Hosts(definition, environment)];
        int widest = hosts.Select(host => host.Host.Length).DefaultIfEmpty().Max();
        return
        [
            ReasonText.Of(ReasonId.FirewallTitle, definition.DisplayName),
            string.Empty,
            ReasonText.Of(ReasonId.FirewallDirection),
            .. hosts.Select(host => "  " + ReasonText.Of(
                ReasonId.FirewallHost, host.Host.PadRight(widest), host.Port, host.Role, EnvironmentName(host.Environment))),
            string.Empty,
            ReasonText.Of(ReasonId.FirewallProxy),
            ReasonText.Of(ReasonId.FirewallInspection, definition.Enrollment.Url.Host),
        ];
    }

    private static string EnvironmentName(ServiceEnvironment environment) => ReasonText.Of(
        environment == ServiceEnvironment.Production ? ReasonId.EnvironmentProduction : ReasonId.EnvironmentTest);
}
