using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Faults;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Forges responses of the service, before it has received the request and after it has done its work.</summary>
internal static class ForgeryPhase
{
    /// <summary>Runs every forged response to every operation, once for all tries and once before a retry.</summary>
    public static async Task<IReadOnlyList<PhaseResult>> RunAsync(CertificateService service, TextWriter progress)
    {
        PhaseResult[] results = [new("response forged"), new("response lost after issue")];
        (Operation Operation, Forgery Forgery)[] cases = [.. Enum.GetValues<Operation>().SelectMany(operation => Cases(operation, service.Protocol))];
        await progress.WriteLineAsync($"responses: {cases.Length} forgeries");
        await Lanes.RunAsync(cases, () => ForgeryLane.StartAsync(service), async (lane, item) =>
            await RunAsync(item.Operation, item.Forgery, service, lane, results[item.Forgery.AfterService ? 1 : 0]), service.Stopping);
        foreach (PhaseResult result in results)
        {
            await progress.WriteLineAsync($"  {result.Name} ended with: {result.Seen}");
        }

        return results;
    }

    private static IEnumerable<(Operation Operation, Forgery Forgery)> Cases(Operation operation, ServiceProtocol protocol)
    {
        string[] questions = protocol == ServiceProtocol.Est ? ["cacerts", "csrattrs"] : ["GetCACert", "GetCACaps"];
        string request = protocol == ServiceProtocol.Scep ? "PKIOperation"
            : operation == Operation.Enroll ? "simpleenroll"
            : "simplereenroll";
        return
            from operationName in questions.Append(request)
            from after in operationName == request ? new[] { false, true } : [false]
            from response in protocol == ServiceProtocol.Est ? ResponseForger.All : [.. ResponseForger.All, .. ScepForger.For(operationName)]
            from times in new[] { 1, int.MaxValue }
            select (operation, new Forgery(operationName, response, after, times));
    }

    private static async Task RunAsync(
        Operation operation, Forgery forgery, CertificateService service, ForgeryLane lane, PhaseResult result)
    {
        string name = $"{operation}, {forgery}";
        lane.Worker.Home.Clear();
        Subject subject = await Subject.NewAsync(operation, service, lane.Worker.Home);
        using X509Certificate2? current = lane.Worker.Home.My.Read().SingleOrDefault();
        Order order = subject.Order(lane.DefinitionPath) with { Retries = 1 };
        lane.Server.StartRun(forgery, current);
        result.Add(await AfterFault.RunAsync(
            name,
            lane.Worker.Home,
            service,
            subject,
            () => lane.Worker.RunAsync(order),
            async () =>
            {
                Note(lane, result);
                lane.Server.StartRun(null, current);
                return await lane.Worker.RunAsync(order);
            },
            result));
        Note(lane, result);
    }

    private static void Note(ForgeryLane lane, PhaseResult result)
    {
        if (lane.Server.HasHit)
        {
            result.Hit();
        }
    }
}
