using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Services;

namespace NaccsCert.Validation.Connectivity;

/// <summary>The list of hosts and ports to send to the people who run the firewall and the proxy (manual 2.2).</summary>
internal static class FirewallRequest
{
    /// <summary>Writes the list in the language of the session.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="environment">The environment whose hosts are listed; null for all.</param>
    /// <returns>The lines of a text that can be mailed.</returns>
    public static IReadOnlyList<string> Lines(ServiceDefinition definition, ServiceEnvironment? environment)
    {
        (ServiceHost Host, string Name)[] hosts =
            [.. ConnectivityTester.Hosts(definition, environment).Select(host => (host, HostNames.Show(host.Host)))];
        int widest = hosts.Select(host => host.Name.Length).DefaultIfEmpty().Max();
        return
        [
            Strings.Format(StringId.FirewallTitle, definition.DisplayName),
            string.Empty,
            Strings.Format(StringId.FirewallDirection),
            .. hosts.Select(host => "  " + Strings.Format(
                StringId.FirewallHost, host.Name.PadRight(widest), host.Host.Port, ValueText.Of("HostRole", host.Host.Role)!, EnvironmentName(host.Host.Environment))),
            string.Empty,
            Strings.Format(StringId.FirewallProxy),
            Strings.Format(StringId.FirewallInspection, HostNames.Of(definition.Enrollment.Url)),
        ];
    }

    private static string EnvironmentName(ServiceEnvironment environment) => Strings.Format(
        environment == ServiceEnvironment.Production ? StringId.EnvironmentProduction : StringId.EnvironmentTest);
}
