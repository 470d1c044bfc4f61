using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>
/// Kills a process while the platform writes a certificate into a store. The platform announces nothing meanwhile, so the
/// process is killed right afterwards, and the file is cut to what would have been written until then.
/// </summary>
internal static class TornWritePhase
{
    private const string Added = "CertificateAdded ";

    private static readonly double[] Shares = [0, 0.01, 0.5, 0.99];

    public static async Task<PhaseResult> RunAsync(Operation operation, CertificateService service, TextWriter progress)
    {
        Stages stages = await Stages.LearnAsync(operation, service);
        (int Step, string StoreName, double Share)[] cases =
        [
            .. from step in Enumerable.Range(1, stages.Events.Count)
               where stages.Events[step - 1].StartsWith(Added, StringComparison.Ordinal)
               from share in Shares
               select (step, stages.Events[step - 1].Split(' ')[1], share),
        ];
        var result = new PhaseResult($"torn write: {operation.ToString().ToLowerInvariant()}") { Wanted = cases.Length };
        await progress.WriteLineAsync($"{result.Name}: {cases.Length} cases");
        await Lanes.RunAsync(cases, async item =>
        {
            string name = $"{result.Name}, {item.StoreName} cut to {item.Share:P0}";
            using var home = new KilledProcessHome();
            Subject subject = await Subject.NewAsync(operation, service, home);
            if (await Runs.OnceAsync(home, subject.Order(service.DefinitionPath) with { KillAt = item.Step }) is null)
            {
                Tear(home.StoreFolder(item.StoreName), item.Share);
                result.Hit();
            }

            result.Add(await Runs.FinishAsync(name, home, order => Runs.OnceAsync(home, order), service, subject));
        }, service.Stopping);
        return result;
    }

    // The newest file is the one that was just written.
    private static void Tear(string folder, double share)
    {
        FileInfo newest = new DirectoryInfo(folder).GetFiles().MaxBy(file => file.LastWriteTimeUtc)!;
        using FileStream stream = newest.OpenWrite();
        stream.SetLength((long)(newest.Length * share));
    }
}
