using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Kills a process at each event of the library, one after the other: before and after each effect on disk and network.</summary>
/// <remarks>
/// A new process finishes what the killed one has begun. It stays for the next case, in which it is killed, since what a process
/// takes longest over is its start.
/// </remarks>
internal static class WalkPhase
{
    /// <summary>Walks one operation.</summary>
    /// <returns>The row of the table.</returns>
    public static async Task<PhaseResult> RunAsync(Operation operation, CertificateService service, TextWriter progress)
    {
        IReadOnlyList<string> events = (await Stages.LearnAsync(operation, service)).Events;
        var result = new PhaseResult($"walk: {operation.ToString().ToLowerInvariant()}") { Wanted = events.Count };
        await progress.WriteLineAsync($"{result.Name}: {events.Count} steps to be killed at");
        await Lanes.RunAsync([.. Enumerable.Range(1, events.Count)], () => Task.FromResult(new WorkerLane()), async (lane, step) =>
        {
            Worker worker = lane.Worker;
            string name = $"{result.Name}, step {step} of {events.Count} ({events[step - 1]})";
            worker.Home.Clear();
            Subject subject = await Subject.NewAsync(operation, service, worker.Home);
            if (await worker.RunAsync(subject.Order(service.DefinitionPath) with { KillAt = step }) is null)
            {
                result.Hit();
            }

            result.Add(await Runs.FinishAsync(name, worker.Home, worker.RunAsync, service, subject));
        }, service.Stopping);
        return result;
    }
}
