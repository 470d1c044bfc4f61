using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Durability.Faults;
using NaccsCert.Durability.KilledProcesses;
using NaccsCert.Durability.Reporting;
using NaccsCert.Durability.Service;

namespace NaccsCert.Durability.Phases;

/// <summary>Answers for the service, before it has heard of the request and after it has done its work.</summary>
internal static class ResponsePhase
{
    /// <summary>Runs every lie about every operation, once for all and once before a retry.</summary>
    public static async Task<IReadOnlyList<PhaseResult>> RunAsync(CertificateService service, TextWriter progress)
    {
        PhaseResult[] results = [new("answer forged"), new("answer lost after issue")];
        (Operation Operation, Forgery Forgery)[] cases = [.. Enum.GetValues<Operation>().SelectMany(Cases)];
        await progress.WriteLineAsync($"answers: {cases.Length} lies");
        await Lanes.RunAsync(cases, () => ResponseLane.StartAsync(service), async (lane, item) =>
            await RunAsync(item.Operation, item.Forgery, service, lane, results[item.Forgery.AfterService ? 1 : 0]), service.Stopping);
        foreach (PhaseResult result in results)
        {
            await progress.WriteLineAsync($"  {result.Name} ended with: {result.Seen}");
        }

        return results;
    }

    private static IEnumerable<(Operation Operation, Forgery Forgery)> Cases(Operation operation)
    {
        string request = operation == Operation.Enroll ? "simpleenroll" : "simplereenroll";
        return
            from operationName in new[] { "cacerts", "csrattrs", request }
            from after in operationName == request ? new[] { false, true } : [false]
            from lie in Enum.GetValues<Lie>()
            from times in new[] { 1, int.MaxValue }
            select (operation, new Forgery(operationName, lie, after, times));
    }

    private static async Task RunAsync(
        Operation operation, Forgery forgery, CertificateService service, ResponseLane lane, PhaseResult result)
    {
        string name = $"{operation}, {forgery}";
        lane.Worker.Home.Clear();
        Subject subject = await Subject.NewAsync(operation, service, lane.Worker.Home);
        using X509Certificate2? current = lane.Worker.Home.My.Read().SingleOrDefault();
        Order order = subject.Order(lane.DefinitionPath) with { Retries = 1 };
        lane.Proxy.StartRun(forgery, current);
        result.Add(await AfterFault.RunAsync(
            name,
            lane.Worker.Home,
            service,
            subject,
            () => lane.Worker.RunAsync(order),
            async () =>
            {
                Note(lane, result);
                lane.Proxy.StartRun(null, current);
                return await lane.Worker.RunAsync(order);
            },
            result));
        Note(lane, result);
    }

    private static void Note(ResponseLane lane, PhaseResult result)
    {
        if (lane.Proxy.HasStruck)
        {
            result.Hit();
        }
    }
}
