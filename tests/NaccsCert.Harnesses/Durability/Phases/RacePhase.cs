using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>
/// Two processes at once, with the same codes or the same certificate; in every second case one of them is killed at work, and
/// the other one takes over.
/// </summary>
internal static class RacePhase
{
    private const int Cases = 20;

    // How often is looked for the lock that the first process takes; nothing is concluded from the time itself.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    public static async Task<PhaseResult> RunAsync(CertificateService service, TextWriter progress)
    {
        var result = new PhaseResult("two at once");
        await progress.WriteLineAsync($"{result.Name}: {2 * Cases} cases");
        foreach (Operation operation in Enum.GetValues<Operation>())
        {
            for (int number = 1; number <= Cases; number++)
            {
                service.Stopping.ThrowIfCancellationRequested();
                using var home = new KilledProcessHome();
                Subject subject = await Subject.NewAsync(operation, service, home);
                Unlock(home, service);
                string name = $"{result.Name}, {operation}, case {number}";
                result.Add(await RunAsync(name, home, service, subject, number % 2 == 0 ? 3 * number : 0, result));
            }
        }

        await progress.WriteLineAsync($"  they ended with: {result.Seen}");
        return result;
    }

    // The lock file stays when the lock is let go, so one from setting the scene would tell nothing.
    private static void Unlock(KilledProcessHome home, CertificateService service)
    {
        if (Directory.Exists(home.Enrollments))
        {
            File.Delete(LockFile(home, service));
        }
    }

    private static string LockFile(KilledProcessHome home, CertificateService service) =>
        Path.Combine(home.Enrollments, service.Definition.Name + ".lock");

    private static async Task UntilLockedAsync(KilledProcessHome home, CertificateService service, Task first)
    {
        while (!File.Exists(LockFile(home, service)) && !first.IsCompleted)
        {
            await Task.Delay(Glance);
        }
    }

    private static async Task<IReadOnlyList<Finding>> RunAsync(
        string name, KilledProcessHome home, CertificateService service, Subject subject, int killAt, PhaseResult result)
    {
        using var one = KilledProcessRun.Start(home.Variables);
        using var other = KilledProcessRun.Start(home.Variables);
        Order order = subject.Order(service.DefinitionPath);
        try
        {
            Task<Report?> first = one.RunAsync(order with { KillAt = killAt });
            if (killAt > 0)
            {
                // The one that is killed must be the one at work, with the other one waiting for the lock.
                await UntilLockedAsync(home, service, first);
            }

            Report?[] reports = await Task.WhenAll(first, other.RunAsync(order));
            result.Hit();
            foreach (Report? report in reports)
            {
                result.See(report?.ToString() ?? "killed");
            }

            string[] unexpected = [.. reports.Select(report => report?.UnexpectedException).OfType<string>()];
            return
            [
                .. unexpected.Select(text => new Finding(Loss.Unclear, name, text)),
                .. reports.Any(report => report is { IsDone: true })
                    ? Invariants.Check(name, home, service, subject, reports.First(report => report is { IsDone: true })!)
                    : await Runs.FinishAsync(name, home, order => Runs.OnceAsync(home, order), service, subject),
            ];
        }
        catch (TimeoutException exception)
        {
            return [new Finding(Loss.Hung, name, exception.Message)];
        }
    }
}
