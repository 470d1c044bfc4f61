using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Disks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Runs processes in a home with less and less room, until one has enough; then makes room and runs them again.</summary>
internal static class DiskFullPhase
{
    private const int MaxSteps = 64;

    public static async Task<IReadOnlyList<PhaseResult>> RunAsync(CertificateService service, TextWriter progress)
    {
        PhaseResult space = new("disk: no space"), files = new("disk: no more files"), readOnly = new("disk: read-only");
        PhaseResult[] results = [space, files, readOnly];
        using var worker = new Worker();
        (SmallDisk? disk, string? refusal) = await SmallDisk.TryMountAsync(worker.Home.FullPath);
        if (disk is null)
        {
            Array.ForEach(results, result => result.NotPossible = refusal);
            return results;
        }

        await using (disk)
        {
            foreach (Operation operation in Enum.GetValues<Operation>())
            {
                await FillAsync(operation, service, worker, disk, disk.FillSpace, space);
                await FillAsync(operation, service, worker, disk, disk.FillFiles, files);
                await FreezeAsync(operation, service, worker, disk, readOnly);
            }

            worker.Stop();
        }

        foreach (PhaseResult result in results)
        {
            await progress.WriteLineAsync($"  {result.Name} ended with: {result.Seen}");
        }

        return results;
    }

    private static async Task FillAsync(
        Operation operation, CertificateService service, Worker worker, SmallDisk disk, Action<int> fill, PhaseResult result)
    {
        bool wasEnough = false;
        for (int left = 0; left < MaxSteps && !wasEnough; left++)
        {
            service.Stopping.ThrowIfCancellationRequested();
            worker.Home.Clear();
            Subject subject = await Subject.NewAsync(operation, service, worker.Home);
            Order order = subject.Order(service.DefinitionPath);
            result.Add(await AfterFault.RunAsync(
                $"{result.Name}, {operation}, room for {left}",
                worker.Home,
                service,
                subject,
                async () =>
                {
                    fill(left);
                    Report? report = await worker.RunAsync(order);
                    wasEnough = report is { IsDone: true };
                    disk.Empty();
                    return report;
                },
                () => worker.RunAsync(order),
                result,
                always: true));
            result.Hit(wasEnough ? 0 : 1);
        }
    }

    private static async Task FreezeAsync(
        Operation operation, CertificateService service, Worker worker, SmallDisk disk, PhaseResult result)
    {
        Stages stages = await Stages.LearnAsync(operation, service);
        foreach (string stage in Stages.Names)
        {
            service.Stopping.ThrowIfCancellationRequested();
            worker.Home.Clear();
            Subject subject = await Subject.NewAsync(operation, service, worker.Home);
            Order order = subject.Order(service.DefinitionPath);
            if (stages.EventOf(stage) is > 0 and var step)
            {
                await worker.RunAsync(order with { KillAt = step });
            }

            result.Add(await AfterFault.RunAsync(
                $"{result.Name}, {operation}, from {(stage.Length > 0 ? stage : "the beginning")}",
                worker.Home,
                service,
                subject,
                async () =>
                {
                    await disk.SetReadOnlyAsync(true);
                    Report? report = await worker.RunAsync(order);
                    await disk.SetReadOnlyAsync(false);
                    return report;
                },
                () => worker.RunAsync(order),
                result));
            result.Hit();
        }
    }
}
