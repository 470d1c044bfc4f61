using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>What a logon script and an agent pay: a process with the module in it, beside one without.</summary>
/// <param name="shell">The PowerShell, in a home that was used before and whose certificate store is empty.</param>
internal sealed class StartBenchmark(TimedPowerShell shell)
{
    private const double ImportTarget = 1.25;
    private const double DetectionTarget = 1.2;
    private const int WarmUps = 3;
    private const int Pairs = 30;

    /// <summary>Measures both.</summary>
    public async Task<Findings> RunAsync()
    {
        await shell.SettleAsync().ConfigureAwait(false);
        return new Findings([await ImportAsync().ConfigureAwait(false), await DetectAsync().ConfigureAwait(false)], []);
    }

    // Import and first answer, beside a process that only ends.
    private async Task<Comparison> ImportAsync()
    {
        IReadOnlyList<Pair<(TimeSpan Time, string Output)>> pairs = await Paired.MeasureAsync(
            () => shell.CommandAsync("Import-Module NaccsCert; Get-NaccsCertificate"),
            () => shell.CommandAsync("exit"),
            WarmUps,
            Pairs).ConfigureAwait(false);
        return Comparison.Of("import and list, to exit", ImportTarget, pairs, run => run.Time);
    }

    // The script that agents run time and again on every computer, beside an empty one.
    private async Task<Comparison> DetectAsync()
    {
        using var scratch = new ScratchDirectory();
        string empty = scratch.Member("empty.ps1");
        await File.WriteAllTextAsync(empty, "exit 0").ConfigureAwait(false);
        IReadOnlyList<Pair<(TimeSpan Time, string Output)>> pairs = await Paired.MeasureAsync(
            () => shell.FileAsync(BuildPaths.DetectionScript),
            () => shell.FileAsync(empty),
            WarmUps,
            Pairs).ConfigureAwait(false);
        return Comparison.Of("detection script, to an empty one", DetectionTarget, pairs, run => run.Time);
    }
}
