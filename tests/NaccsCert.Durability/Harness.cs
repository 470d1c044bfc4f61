using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Durability.Faults;
using NaccsCert.Durability.Phases;
using NaccsCert.Durability.Reporting;
using NaccsCert.Durability.Service;
using NaccsCert.TestSupport;

namespace NaccsCert.Durability;

/// <summary>Runs the phases and prints the table.</summary>
internal static class Harness
{
    /// <summary>Code sets for all cases but those of the spread bytes.</summary>
    private const int CodeSets = 5000;

    /// <summary>For each kind of fault, both ways, enrollment and renewal, and a second connection where there is one.</summary>
    private static readonly int CodeSetsPerByte = 8 * Enum.GetValues<FaultKind>().Length;

    private static readonly (string Name, Func<CertificateService, HarnessOptions, TextWriter, Task<PhaseResult[]>> RunAsync)[] Phases =
    [
        ("walk", async (service, _, output) =>
        [
            await WalkPhase.RunAsync(Operation.Enroll, service, output),
            await WalkPhase.RunAsync(Operation.Renew, service, output),
            await PendingPhase.RunAsync(output, service.Stopping),
            await TornWritePhase.RunAsync(Operation.Enroll, service, output),
            await TornWritePhase.RunAsync(Operation.Renew, service, output),
        ]),
        ("random", async (service, options, output) => [await RandomPhase.RunAsync(options.RandomKills, options.Seed, service, output)]),
        ("races", async (service, _, output) => [await RacePhase.RunAsync(service, output)]),
        ("faults", async (service, options, output) =>
        [
            .. await FaultPhase.RunAsync(options.Spread, service, output),
            .. await ResponsePhase.RunAsync(service, output),
        ]),
        ("disk", async (service, _, output) =>
        [
            .. await DiskFullPhase.RunAsync(service, output),
            await PermissionPhase.RunAsync(service, output),
        ]),
    ];

    /// <summary>What <c>--only</c> takes.</summary>
    public static string[] PhaseNames { get; } = [.. Phases.Select(phase => phase.Name)];

    /// <summary>Runs what is wanted.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HarnessOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        home.ApplyToThisProcess();
        var rows = new List<PhaseResult>();
        var durations = new List<string>();
        var whole = Stopwatch.StartNew();
        await using CertificateService service = await CertificateService.StartAsync(
            CodeSets + (CodeSetsPerByte * options.Spread), null, cancellationToken);
        foreach (var (name, runAsync) in Phases.Where(phase => options.Only is null || options.Only == phase.Name))
        {
            var watch = Stopwatch.StartNew();
            rows.AddRange(await runAsync(service, options, output));
            durations.Add($"{name} {watch.Elapsed:mm\\:ss}");
        }

        Table.Print(output, rows, options.Seed);
        await output.WriteLineAsync($"minutes: {string.Join(", ", durations)}, all {whole.Elapsed:mm\\:ss}");
        return rows.Exists(row => row.Findings.Count > 0 || row.ShowsTooLittle) ? 1 : 0;
    }
}
