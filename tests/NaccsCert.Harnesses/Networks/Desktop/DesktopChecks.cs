using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Proxies;
using NaccsCert.TestSupport.Reporting;
using NaccsCert.TestSupport.Servers;

namespace NaccsCert.Harnesses.Networks.Desktop;

/// <summary>Runs the rows of the net48 build.</summary>
internal static class DesktopChecks
{
    private static readonly Uri Unreachable = new("https://unreachable.naccscert.invalid/");

    /// <summary>Lets the client fetch a service's CA certificates, each time through a squid of its own.</summary>
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(
        IReadOnlyList<DesktopRow> rows, CancellationToken cancellationToken)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(cancellationToken, Squid.HostName);
        var address = new Uri($"https://{Squid.HostName}:{service.Origin.Port}/.well-known/est/cacerts");
        var results = new List<CheckResult>();
        foreach (DesktopRow row in rows)
        {
            await using Squid squid = await Squid.StartAsync(row.Schemes, cancellationToken);
            (string result, string text) = await DesktopClient.FetchAsync(
                row.ReachesService ? address : Unreachable,
                service.TlsRoot.Certificate,
                squid.Address,
                row.User,
                row.Authentication,
                cancellationToken);
            results.Add(new CheckResult(
                [DesktopRow.Proxy, row.Credential, "Fetch", result], result == row.Expected, [$"expected {row.Expected}: {text}"]));
        }

        return results;
    }
}
