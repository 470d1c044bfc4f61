using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Faults;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Phases;
using NaccsCert.Harnesses.Durability.Service;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Durability;

/// <summary>Kills, cuts and starves enrollments, and checks that no code and no certificate is lost.</summary>
internal sealed class DurabilityHarness() : Harness("durability", "Kills, cuts and starves enrollments, and shows that nothing is ever lost.")
{
    /// <summary>Code sets for all cases but those of the spread bytes.</summary>
    private const int CodeSets = 5000;

    /// <summary>For each kind of fault, both directions, enrollment and renewal, and a second connection where there is one.</summary>
    private static readonly int CodeSetsPerByte = 8 * Enum.GetValues<FaultKind>().Length;

    private static readonly (string Name, Func<CertificateService, DurabilityOptions, TextWriter, Task<PhaseResult[]>> RunAsync)[] Phases =
    [
        ("walk", async (service, _, output) =>
        [
            await WalkPhase.RunAsync(Operation.Enroll, service, output),
            await WalkPhase.RunAsync(Operation.Renew, service, output),
            await PendingPhase.RunAsync(service.Protocol, output, service.Stopping),
            await TornWritePhase.RunAsync(Operation.Enroll, service, output),
            await TornWritePhase.RunAsync(Operation.Renew, service, output),
        ]),
        ("random", async (service, options, output) => [await RandomPhase.RunAsync(options.RandomKills, options.Seed, service, output)]),
        ("races", async (service, _, output) => [await RacePhase.RunAsync(service, output)]),
        ("faults", async (service, options, output) =>
        [
            .. await FaultPhase.RunAsync(options.Spread, service, output),
            .. await ForgeryPhase.RunAsync(service, output),
        ]),
        ("disk", async (service, _, output) =>
        [
            .. await DiskFullPhase.RunAsync(service, output),
            await PermissionPhase.RunAsync(service, output),
        ]),
    ];

    private readonly Option<int?> _seed = new("--seed") { Description = "The seed of the random moments; the table shows which one was used." };

    private readonly Option<int> _random = new("--random")
    {
        Description = "The number of kills at random moments that must hit.",
        DefaultValueFactory = _ => 200,
    };

    private readonly Option<int> _spread = new("--spread")
    {
        Description = "At how many bytes of each direction faults happen, besides the first and last ones of each turn. 10000 means every byte, and hours.",
        DefaultValueFactory = _ => 20,
    };

    private readonly Option<ServiceProtocol> _protocol = new("--protocol") { Description = "What the service speaks: Est, unless it is Scep." };

    private readonly Option<string?> _only = new Option<string?>("--only") { Description = "One phase instead of all." }
        .AcceptOnlyFromAmong([.. Phases.Select(phase => phase.Name)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<Option> Options => [_seed, _random, _spread, _protocol, _only];

    /// <inheritdoc/>
    protected override string? Missing() => OperatingSystem.IsLinux()
        ? null
        : "This needs a home of its own for certificates, which only Linux has.";

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        var options = new DurabilityOptions(
            parsed.GetValue(_seed) ?? Random.Shared.Next(), parsed.GetValue(_random), parsed.GetValue(_spread), parsed.GetValue(_protocol), parsed.GetValue(_only));
        using var home = new ScratchHome();
        home.ApplyToThisProcess();
        var rows = new List<PhaseResult>();
        var durations = new List<string>();
        var whole = Stopwatch.StartNew();
        await using CertificateService service = await CertificateService.StartAsync(
            CodeSets + (CodeSetsPerByte * options.Spread), null, options.Protocol, cancellationToken);
        foreach (var (name, runAsync) in Phases.Where(phase => options.Only is null || options.Only == phase.Name))
        {
            var watch = Stopwatch.StartNew();
            rows.AddRange(await runAsync(service, options, output));
            durations.Add($"{name} {watch.Elapsed:mm\\:ss}");
        }

        PhaseReport.Print(output, rows, options.Seed);
        await output.WriteLineAsync($"minutes: {string.Join(", ", durations)}, all {whole.Elapsed:mm\\:ss}");
        return rows.Exists(row => row.Findings.Count > 0 || row.ShowsTooLittle) ? 1 : 0;
    }
}
