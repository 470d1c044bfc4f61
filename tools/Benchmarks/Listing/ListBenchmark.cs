using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.Benchmarks.Starting;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Listing;

/// <summary>What it takes to say of many certificates what each is good for, beside opening and reading their store.</summary>
/// <param name="shell">The PowerShell, in the home whose store is filled.</param>
internal sealed class ListBenchmark(TimedPowerShell shell)
{
    private const double Target = 1.3;
    private const int Certificates = 1000;
    private const int WarmUps = 1;
    private const int Pairs = 10;

    /// <summary>Measures whole processes, and the work in them without start and import.</summary>
    public async Task<Findings> RunAsync()
    {
        await shell.SettleAsync().ConfigureAwait(false);
        using var folder = new ScratchDirectory();
        var many = ManyCertificates.Make(folder, Certificates);
        string list = Timed(
            "Import-Module NaccsCert",
            $"$all = Get-NaccsCertificate -Service '{many.Definition}' -StoreName {many.StoreName}");
        string read = Timed(
            $"$store = [Security.Cryptography.X509Certificates.X509Store]::new('{many.StoreName}', 'CurrentUser')",
            "$store.Open('ReadOnly'); $all = $store.Certificates; foreach ($one in $all) { $null = $one.Subject, $one.NotAfter, $one.Thumbprint }");
        IReadOnlyList<Pair<ListTime>> pairs =
            await Paired.MeasureAsync(() => TimeAsync(list), () => TimeAsync(read), WarmUps, Pairs).ConfigureAwait(false);
        return new Findings(
        [
            Comparison.Of("list of 1,000, to reading the store", Target, pairs, time => time.Process),
            Comparison.Of("list of 1,000, without the start", null, pairs, time => time.Work),
        ],
        []);
    }

    // Writes the ticks of the work and the number of certificates.
    private static string Timed(string preparation, string work) =>
        $"{preparation}; $watch = [Diagnostics.Stopwatch]::StartNew(); {work}; \"$($watch.Elapsed.Ticks) $($all.Count)\"";

    private async Task<ListTime> TimeAsync(string script)
    {
        (TimeSpan process, string output) = await shell.CommandAsync(script).ConfigureAwait(false);
        string[] parts = output.Trim().Split(' ');
        return parts.Length == 2 && parts[1] == Certificates.ToString(CultureInfo.InvariantCulture)
            ? new ListTime(process, new TimeSpan(long.Parse(parts[0], CultureInfo.InvariantCulture)))
            : throw new InvalidOperationException(output);
    }
}

/// <summary>How long one process took.</summary>
/// <param name="Process">From its start to its end.</param>
/// <param name="Work">In it, for the certificates alone.</param>
internal sealed record ListTime(TimeSpan Process, TimeSpan Work);
