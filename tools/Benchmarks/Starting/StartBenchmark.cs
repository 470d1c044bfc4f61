using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>What a logon script and an agent pay: a process with the module in it, beside one without.</summary>
/// <param name="shell">The PowerShell, in a home whose certificate store is empty.</param>
internal sealed class StartBenchmark(TimedPowerShell shell)
{
    private const double ImportTarget = 1.25;
    private const double DetectionTarget = 1.2;
    private const int WarmUps = 3;
    private const int Pairs = 30;

    /// <summary>Measures import and first answer, beside a process that only ends.</summary>
    public async Task<Comparison> ImportAsync()
    {
        IReadOnlyList<Pair<TimeSpan>> pairs = await Paired.MeasureAsync(
            () => SilentAsync(shell.CommandAsync("Import-Module NaccsCert; Get-NaccsCertificate")),
            () => SilentAsync(shell.CommandAsync("exit")),
            WarmUps,
            Pairs).ConfigureAwait(false);
        return Comparison.Of("import and list, to exit", ImportTarget, pairs, time => time);
    }

    /// <summary>Measures the script that agents run time and again on every computer, beside an empty one.</summary>
    public async Task<Comparison> DetectAsync()
    {
        using var scratch = new ScratchDirectory();
        string empty = scratch.Member("empty.ps1");
        await File.WriteAllTextAsync(empty, "exit 0").ConfigureAwait(false);
        IReadOnlyList<Pair<TimeSpan>> pairs = await Paired.MeasureAsync(
            async () => (await shell.FileAsync(BuildPaths.DetectionScript).ConfigureAwait(false)).Time,
            () => SilentAsync(shell.FileAsync(empty)),
            WarmUps,
            Pairs).ConfigureAwait(false);
        return Comparison.Of("detection script, to an empty one", DetectionTarget, pairs, time => time);
    }

    // An error would write something, and be quicker than the work.
    private static async Task<TimeSpan> SilentAsync(Task<(TimeSpan Time, string Output)> run)
    {
        (TimeSpan time, string output) = await run.ConfigureAwait(false);
        return output.Length == 0 ? time : throw new InvalidOperationException(output);
    }
}
