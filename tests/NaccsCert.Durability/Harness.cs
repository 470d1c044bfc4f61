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

    /// <summary>What <c>--only</c> takes.</summary>
    public static string[] PhaseNames { get; } = [Walk];

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
        }

        Table.Print(output, rows, options.Seed);
        await output.WriteLineAsync($"{watch.Elapsed:mm\\:ss} minutes");
        return rows.Any(row => row.Findings.Count > 0) ? 1 : 0;
    }
}
