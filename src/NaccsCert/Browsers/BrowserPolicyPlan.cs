using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Services;

namespace NaccsCert.Browsers;

/// <summary>Makes the entries of a service definition, and holds them against what is set on this computer.</summary>
/// <param name="definition">The service.</param>
/// <param name="options">Which entries are wanted.</param>
/// <param name="store">Where browsers find their policies.</param>
internal sealed class BrowserPolicyPlan(ServiceDefinition definition, BrowserPolicyOptions options, IBrowserPolicyStore store)
{
    /// <summary>Makes them.</summary>
    /// <returns>One for each browser and host that takes client certificates; none where no host does.</returns>
    public IReadOnlyList<NaccsBrowserPolicy> List() => [.. options.Browsers.Distinct().SelectMany(kind => List(BrowserProduct.Of(kind)))];

    private IEnumerable<NaccsBrowserPolicy> List(BrowserProduct browser)
    {
        string list = store.ListFor(browser, options.Scope, definition.Name);
        var judge = new BrowserPolicyJudge(list, store.Read(browser));
        return definition.Hosts
            .Where(host => host.TakesClientCertificate && (options.Environment is null || host.Environment == options.Environment))
            .GroupBy(UrlPattern.Of)
            .Select((hosts, index) => Describe(browser.Kind, hosts.First(), judge, list, options.StartNumber + index));
    }

    private NaccsBrowserPolicy Describe(BrowserKind browser, ServiceHost host, BrowserPolicyJudge judge, string list, int number)
    {
        var entry = new AutoSelectEntry(UrlPattern.Of(host), CertificateFilter.OfIssuer(options.IssuerAttribute, definition.Issuer));
        (string? setAt, IReadOnlyList<NaccsBrowserConflict> conflicts) = judge.Judge(host, entry, number);
        return new NaccsBrowserPolicy
        {
            Service = definition.Name,
            Browser = browser,
            Status = StatusOf(setAt, conflicts),
            Role = host.Role,
            HostName = host.Host,
            Port = host.Port,
            Pattern = entry.Pattern,
            Value = entry.Text,
            Number = number,
            Path = setAt ?? store.Locate(list, number),
            Reason = ReasonOf(setAt, conflicts),
            Conflicts = conflicts,
        };
    }

    private static BrowserPolicyStatus StatusOf(string? setAt, IReadOnlyList<NaccsBrowserConflict> conflicts)
    {
        if (conflicts.Count > 0)
        {
            return BrowserPolicyStatus.Conflict;
        }

        return setAt is null ? BrowserPolicyStatus.NotSet : BrowserPolicyStatus.Set;
    }

    private static string ReasonOf(string? setAt, IReadOnlyList<NaccsBrowserConflict> conflicts)
    {
        if (conflicts.Count > 0)
        {
            return string.Join(" ", conflicts.Select(conflict => conflict.Reason));
        }

        return setAt is null ? Strings.Format(StringId.BrowserNotSet) : Strings.Format(StringId.BrowserSet, setAt);
    }
}
