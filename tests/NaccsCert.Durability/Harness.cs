using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Durability.Phases;
using NaccsCert.Durability.Reporting;
using NaccsCert.Durability.Service;
using NaccsCert.Rehearsal;

namespace NaccsCert.Durability;

/// <summary>Runs the phases and prints the table.</summary>
internal static class Harness
{
    private const string Walk = "walk";
    private const string RandomKills = "random";
    private const string Races = "races";
    private const string Faults = "faults";
    private const string Answers = "answers";
    private const string Disk = "disk";

    /// <summary>What <c>--only</c> takes.</summary>
    public static string[] PhaseNames { get; } = [Walk, RandomKills, Races, Faults, Answers, Disk];

    /// <summary>Runs what is wanted.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HarnessOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        home.ApplyToThisProcess();
        var rows = new List<PhaseResult>();
        var watch = Stopwatch.StartNew();
        await using CertificateService service = await CertificateService.StartAsync(null, cancellationToken);
        if (options.Only is null or Walk)
        {
            rows.Add(await WalkPhase.RunAsync(Operation.Enroll, service, output));
            rows.Add(await WalkPhase.RunAsync(Operation.Renew, service, output));
            rows.Add(await TornWritePhase.RunAsync(Operation.Enroll, service, output));
            rows.Add(await TornWritePhase.RunAsync(Operation.Renew, service, output));
        }

        if (options.Only is null or RandomKills)
        {
            rows.Add(await RandomPhase.RunAsync(options.RandomKills, options.Seed, service, output));
        }

        if (options.Only is null or Races)
        {
            rows.Add(await RacePhase.RunAsync(service, output));
        }

        if (options.Only is null or Faults)
        {
            rows.AddRange(await FaultPhase.RunAsync(service, output));
        }

        if (options.Only is null or Answers)
        {
            rows.AddRange(await AnswerPhase.RunAsync(service, output));
        }

        if (options.Only is null or Disk)
        {
            rows.AddRange(await DiskFullPhase.RunAsync(service, output));
            rows.Add(await PermissionPhase.RunAsync(service, output));
        }

        Table.Print(output, rows, options.Seed);
        await output.WriteLineAsync($"{watch.Elapsed:mm\\:ss} minutes");
        return rows.Any(row => row.Findings.Count > 0) ? 1 : 0;
    }
}
