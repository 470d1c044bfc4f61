using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>What a logon script and an agent pay: a process with the module in it, beside one without.</summary>
/// <param name="home">The home, whose certificate store is empty.</param>
internal sealed class StartBenchmark(ScratchHome home)
{
    private const double ImportTarget = 1.25;
    private const double DetectionTarget = 1.2;
    private const int WarmUps = 3;
    private const int Pairs = 30;

    /// <summary>Measures both scripts in PowerShell as its package has it, which the targets are for, and as an installed one is.</summary>
    public async Task<Findings> RunAsync()
    {
        var rows = new List<Comparison>();
        foreach (bool isCompiled in new[] { false, true })
        {
            var shell = new TimedPowerShell(home, isCompiled);
            await shell.SettleAsync().ConfigureAwait(false);
            string suffix = isCompiled ? ", as installed" : "";
            rows.Add(await ImportAsync(shell, "import and list, to exit" + suffix, isCompiled ? null : ImportTarget).ConfigureAwait(false));
            rows.Add(await DetectAsync(shell, "detection script, to an empty one" + suffix, isCompiled ? null : DetectionTarget).ConfigureAwait(false));
        }

        return new Findings(rows, []);
    }

    // Import and first answer, beside a process that only ends.
    private static async Task<Comparison> ImportAsync(TimedPowerShell shell, string name, double? target)
    {
        IReadOnlyList<Pair<(TimeSpan Time, string Output)>> pairs = await Paired.MeasureAsync(
            () => shell.CommandAsync("Import-Module NaccsCert; Get-NaccsCertificate"),
            () => shell.CommandAsync("exit"),
            WarmUps,
            Pairs).ConfigureAwait(false);
        return Comparison.Of(name, target, pairs, run => run.Time);
    }

    // The script that agents run time and again on every computer, beside an empty one.
    private static async Task<Comparison> DetectAsync(TimedPowerShell shell, string name, double? target)
    {
        using var scratch = new ScratchDirectory();
        string empty = scratch.Member("empty.ps1");
        await File.WriteAllTextAsync(empty, "exit 0").ConfigureAwait(false);
        IReadOnlyList<Pair<(TimeSpan Time, string Output)>> pairs = await Paired.MeasureAsync(
            () => shell.FileAsync(BuildPaths.DetectionScript),
            () => shell.FileAsync(empty),
            WarmUps,
            Pairs).ConfigureAwait(false);
        return Comparison.Of(name, target, pairs, run => run.Time);
    }
}
