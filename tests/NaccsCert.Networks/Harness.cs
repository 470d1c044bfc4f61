using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Networks.Proxies;
using NaccsCert.Networks.Reporting;
using NaccsCert.Networks.Rows;
using NaccsCert.Networks.Service;

namespace NaccsCert.Networks;

/// <summary>Runs the rows and prints the table.</summary>
internal static class Harness
{
    /// <summary>Runs what is wanted.</summary>
    /// <param name="only">A text in the names of the wanted rows; null for all rows, and for what is counted.</param>
    /// <param name="output">Where the table goes.</param>
    /// <param name="cancellationToken">The user's wish for an end.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string? only, TextWriter output, CancellationToken cancellationToken)
    {
        await using CertificateService service = await CertificateService.StartAsync(cancellationToken);
        RowResult[] results = await RunAsync([.. AllRows.List().Where(row => IsWanted(row, only))], service, cancellationToken);
        RoundTrips? trips = only is null ? await RoundTrips.CountAsync(service, cancellationToken) : null;

        Finding[] findings = [.. results.SelectMany(result => result.Findings), .. trips?.Findings ?? []];
        Table.Print(output, findings);
        trips?.Print(output);
        await output.WriteLineAsync(await SquidPrograms.VersionAsync(SquidPrograms.Squid, "-v", cancellationToken));
        await output.WriteLineAsync("ntlm_auth " + await SquidPrograms.VersionAsync(SquidPrograms.NtlmAuth, "--version", cancellationToken));
        int failed = findings.Count(finding => !finding.IsAsExpected);
        await output.WriteLineAsync($"{findings.Length - failed} passed, {failed} failed");
        return failed == 0 && findings.Length > 0 ? 0 : 1;
    }

    // Most of a row is waiting for processes to start and proxies to answer, so there are more at once than processors.
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

    private static bool IsWanted(Row row, string? only) =>
        only is null || $"{row.Proxy} {row.Credential}".Contains(only, StringComparison.OrdinalIgnoreCase);
}
