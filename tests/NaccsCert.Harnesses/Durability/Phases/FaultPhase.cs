using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Faults;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;
using NaccsCert.TestSupport.Relays;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Cuts, stalls and garbles connections at every interesting byte, whichever way it goes.</summary>
internal static class FaultPhase
{
    /// <summary>Runs every kind of fault: a row for each.</summary>
    /// <param name="spread">How many bytes of each way are tried, evenly spread, besides the first and last ones of each turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="progress">Where progress goes.</param>
    public static async Task<IReadOnlyList<PhaseResult>> RunAsync(int spread, CertificateService service, TextWriter progress)
    {
        FaultKind[] kinds = Enum.GetValues<FaultKind>();
        Dictionary<FaultKind, PhaseResult> results = kinds.ToDictionary(kind => kind, kind => new PhaseResult($"network: {kind.ToString().ToLowerInvariant()}"));
        foreach (Operation operation in Enum.GetValues<Operation>())
        {
            IReadOnlyList<Turn> turns = await MeasureAsync(operation, service);
            (Fault Fault, int Number)[] faults =
            [
                .. kinds.SelectMany(kind => Offsets(turns, spread).Select(place => new Fault(kind, place.Connection, place.Direction, place.Offset)))
                    .Select((fault, number) => (fault, number)),
            ];
            await progress.WriteLineAsync($"network, {operation}: {turns.Count} turns, {turns.Sum(turn => turn.Length)} bytes, {faults.Length} faults");
            await Lanes.RunAsync(faults, () => Task.FromResult(new FaultLane(service)), async (lane, item) =>
                await RunAsync(operation, service, lane, item.Fault, item.Number % 2, results[item.Fault.Kind]), service.Stopping);
        }

        foreach (PhaseResult result in results.Values)
        {
            await progress.WriteLineAsync($"  {result.Name} ended with: {result.Seen}");
        }

        return [.. results.Values];
    }

    private static async Task RunAsync(
        Operation operation, CertificateService service, FaultLane lane, Fault fault, int retries, PhaseResult result)
    {
        string name = $"{result.Name}, {operation}, connection {fault.Connection}, {fault.Direction} at {fault.Offset}, {retries} retries";
        lane.Worker.Home.Clear();
        Subject subject = await Subject.NewAsync(operation, service, lane.Worker.Home);
        Order order = subject.Order(lane.DefinitionPath) with { Retries = retries };
        await lane.Relay.StartRunAsync(fault);
        result.Add(await AfterFault.RunAsync(
            name,
            lane.Worker.Home,
            service,
            subject,
            () => lane.Worker.RunAsync(order),
            async () =>
            {
                Note(lane, result);
                await lane.Relay.StartRunAsync(null);
                return await lane.Worker.RunAsync(order);
            },
            result));
        Note(lane, result);
    }

    private static void Note(FaultLane lane, PhaseResult result)
    {
        if (lane.Relay.HasHit)
        {
            result.Hit();
        }
    }

    // The first and the last bytes of each turn, where one side has just spoken, and a spread over all the rest.
    private static IEnumerable<(int Connection, RelayDirection Direction, long Offset)> Offsets(IReadOnlyList<Turn> turns, int spread) =>
        turns.GroupBy(turn => (turn.Connection, turn.Direction)).SelectMany(way =>
        {
            long length = way.Sum(turn => turn.Length);
            IEnumerable<long> others = Enumerable.Range(0, spread).Select(step => length * step / spread);
            return way.SelectMany(turn => new[] { turn.Offset, turn.Offset + 1, turn.Offset + turn.Length - 1 })
                .Concat(others).Distinct().Order()
                .Select(offset => (way.Key.Connection, way.Key.Direction, offset));
        });

    private static async Task<IReadOnlyList<Turn>> MeasureAsync(Operation operation, CertificateService service)
    {
        await using var lane = new FaultLane(service);
        Subject subject = await Subject.NewAsync(operation, service, lane.Worker.Home);
        await lane.Relay.StartRunAsync(null);
        Report? report = await lane.Worker.RunAsync(subject.Order(lane.DefinitionPath));
        return report is { IsDone: true }
            ? lane.Relay.Turns()
            : throw new InvalidOperationException($"Undisturbed, {operation} ended with {report}: {report?.Message}");
    }
}
