using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>What a logon script pays: import and first answer, against a binary module that does nothing.</summary>
internal static class StartBenchmark
{
    private const double Target = 1.3;
    private const double DetectionTarget = 1.35;
    private const int WarmUps = 3;
    private const int Pairs = 30;

    /// <summary>Measures whole processes, and the script in them.</summary>
    /// <param name="home">The home folder of the processes, with an empty certificate store.</param>
    /// <returns>The rows.</returns>
    public static async Task<IReadOnlyList<Comparison>> RunAsync(ScratchHome home)
    {
        var subject = new ModuleStart(home, PathOf("Module"), "Get-NaccsCertificate");
        var reference = new ModuleStart(home, PathOf("EmptyModule"), "Get-Nothing");
        IReadOnlyList<Pair<EngineTime>> pairs =
            await Paired.MeasureAsync(subject.RunAsync, reference.RunAsync, WarmUps, Pairs).ConfigureAwait(false);
        return
        [
            Comparison.Of("import and list, whole process", Target, pairs, time => time.Process),
            Comparison.Of("import and list, within the process", null, pairs, time => time.Script),
        ];
    }

    /// <summary>Measures the script that agents run time and again on every computer.</summary>
    /// <param name="home">The home folder of the processes, with an empty certificate store.</param>
    /// <returns>The row.</returns>
    public static async Task<Comparison> DetectAsync(ScratchHome home)
    {
        using var scratch = new ScratchDirectory();
        string empty = scratch.Member("empty.ps1");
        await File.WriteAllTextAsync(empty, "exit 0").ConfigureAwait(false);
        string detection = Path.Combine(PathOf("Module"), "scripts", "Intune", "Detect-NaccsCertificate.ps1");
        IReadOnlyList<Pair<TimeSpan>> pairs =
            await Paired.MeasureAsync(() => TimeAsync(detection), () => TimeAsync(empty), WarmUps, Pairs).ConfigureAwait(false);
        return Comparison.Of("detection script, whole process", DetectionTarget, pairs, time => time);

        async Task<TimeSpan> TimeAsync(string script) => (await PowerShellTimer.RunAsync(home, ["-File", script]).ConfigureAwait(false)).Time;
    }

    private static string PathOf(string key) =>
        Path.GetFullPath(Assembly.GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key).Value!);
}
