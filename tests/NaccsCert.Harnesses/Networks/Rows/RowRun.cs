using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.Harnesses.Networks.Service;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>Runs one row.</summary>
internal static class RowRun
{
    /// <summary>Starts the proxy, lets a client do its work, and ends the proxy.</summary>
    public static async Task<RowResult> RunAsync(Row row, CertificateService service, CancellationToken cancellationToken)
    {
        await using IProxy? proxy = row.StartProxy is null ? null : await row.StartProxy(service, cancellationToken);
        IReadOnlyList<Outcome> outcomes = await ClientProcess.RunAsync(
            row.Client,
            service,
            service.WriteDefinition(row.Definition),
            proxy?.Address,
            row.TrustsProxy ? proxy?.RootPath : null,
            cancellationToken);
        return new RowResult(row, outcomes, proxy is null ? null : await proxy.StopAsync());
    }
}
