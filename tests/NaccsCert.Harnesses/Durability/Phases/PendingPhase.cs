using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>
/// Walks an enrollment that the service lets wait: from the answer that says so to the end of that run, and the whole run
/// that goes on later.
/// </summary>
internal static class PendingPhase
{
    private const int CodeSets = 500;

    private static readonly TimeSpan Approval = TimeSpan.FromSeconds(1);

    public static async Task<PhaseResult> RunAsync(ServiceProtocol protocol, TextWriter progress, CancellationToken cancellationToken)
    {
        await using CertificateService service = await CertificateService.StartAsync(CodeSets, Approval, protocol, cancellationToken);
        using var scene = new KilledProcessHome();
        Subject subject = await Subject.NewAsync(Operation.Enroll, service, scene);
        (int Run, int Step, string Event)[] cases = [.. await CasesAsync(scene, service, subject)];
        var result = new PhaseResult("walk: pending") { Wanted = cases.Length };
        await progress.WriteLineAsync($"{result.Name}: {cases.Length} steps to be killed at");
        await Lanes.RunAsync(cases, () => Task.FromResult(new WorkerLane()), async (lane, item) =>
            await RunAsync(item, lane.Worker, service, result), service.Stopping);
        return result;
    }

    private static async Task RunAsync(
        (int Run, int Step, string Event) item, Worker worker, CertificateService service, PhaseResult result)
    {
        worker.Home.Clear();
        Subject subject = await Subject.NewAsync(Operation.Enroll, service, worker.Home);
        Order order = subject.Order(service.DefinitionPath);
        if (item.Run == 2)
        {
            await WaitingAsync(worker.RunAsync, order);
        }

        if (await worker.RunAsync(order with { KillAt = item.Step }) is null)
        {
            result.Hit();
        }

        string name = $"{result.Name}, run {item.Run}, step {item.Step} ({item.Event})";
        result.Add(await Runs.FinishAsync(name, worker.Home, worker.RunAsync, service, subject));
    }

    private static async Task<IEnumerable<(int Run, int Step, string Event)>> CasesAsync(
        KilledProcessHome home, CertificateService service, Subject subject)
    {
        Order order = subject.Order(service.DefinitionPath);
        Report first = await WaitingAsync(one => Runs.OnceAsync(home, one), order);
        Report? second = await Runs.OnceAsync(home, order);
        int from = first.Events.ToList().FindLastIndex(text => text.StartsWith("ResponseBeginning ", StringComparison.Ordinal));
        return second is { IsDone: true }
            ? [.. Steps(1, first).Skip(from), .. Steps(2, second)]
            : throw new InvalidOperationException($"After the approval it ended with {second}: {second?.Message}");
    }

    private static IEnumerable<(int Run, int Step, string Event)> Steps(int run, Report report) =>
        report.Events.Select((text, index) => (run, index + 1, text));

    // The first run, and the wait that the service wants.
    private static async Task<Report> WaitingAsync(Func<Order, Task<Report?>> run, Order order)
    {
        Report? report = await run(order);
        if (report is not { Status: EnrollmentStatus.Pending, NextAttempt: { } next })
        {
            throw new InvalidOperationException($"Instead of waiting it ended with {report}: {report?.Message}");
        }

        await Runs.UntilAsync(next);
        return report;
    }
}
