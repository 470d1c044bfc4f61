using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Desktop;
using NaccsCert.Harnesses.Networks.Proxies;
using NaccsCert.Harnesses.Networks.Rows;
using NaccsCert.Harnesses.Networks.Service;
using NaccsCert.TestSupport.Reporting;

namespace NaccsCert.Harnesses.Networks;

/// <summary>Enrolls, renews and checks through real proxies.</summary>
internal sealed class NetworksHarness() : Harness("networks", "Enrolls, renews and checks through real proxies, and shows the outcome.")
{
    private static readonly TableColumn[] Columns = [new("proxy"), new("credential"), new("operation"), new("outcome")];

    private readonly Option<string?> _only = new("--only") { Description = "Only rows whose proxy or credential contains this text." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Option> Options => [_only];

    /// <inheritdoc/>
    protected override string? Missing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "This needs Linux: Debian's squid, and a home of its own for certificates.";
        }

        return SquidPrograms.All.FirstOrDefault(program => !File.Exists(program)) is { } program
            ? $"{program} is missing: install Debian's packages squid, apache2-utils and winbind."
            : DesktopClient.Missing();
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        string? only = parsed.GetValue(_only);
        await using CertificateService service = await CertificateService.StartAsync(cancellationToken);
        RowResult[] rows = await RunAsync([.. AllRows.List().Where(row => IsWanted(row.Proxy, row.Credential, only))], service, cancellationToken);
        IReadOnlyList<CheckResult> desktop = await DesktopChecks.RunAsync(
            [.. DesktopRow.All.Where(row => IsWanted(DesktopRow.Proxy, row.Credential, only))], cancellationToken);
        RoundTrips? trips = only is null ? await RoundTrips.CountAsync(service, cancellationToken) : null;

        CheckResult[] results = [.. rows.SelectMany(row => row.Checks), .. desktop, .. trips?.Checks ?? []];
        CheckReport.Print(output, Columns, results);
        trips?.Print(output);
        await output.WriteLineAsync(await SquidPrograms.VersionAsync(SquidPrograms.Squid, "-v", cancellationToken));
        await output.WriteLineAsync("ntlm_auth " + await SquidPrograms.VersionAsync(SquidPrograms.NtlmAuth, "--version", cancellationToken));
        return CheckReport.PrintSummary(output, "networks", results);
    }

    // A row mostly waits for processes to start and proxies to answer, so more of them run at once than there are processors.
    private static async Task<RowResult[]> RunAsync(
        IReadOnlyList<Row> rows, CertificateService service, CancellationToken cancellationToken)
    {
        var results = new RowResult[rows.Count];
        await Parallel.ForAsync(
            0,
            rows.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1, CancellationToken = cancellationToken },
            async (index, token) => results[index] = await RowRun.RunAsync(rows[index], service, token));
        return results;
    }

    private static bool IsWanted(string proxy, string credential, string? only) =>
        only is null || $"{proxy} {credential}".Contains(only, StringComparison.OrdinalIgnoreCase);
}
