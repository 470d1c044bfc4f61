using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Runs cases side by side, as many as the smallest machine has cores.</summary>
internal static class Lanes
{
    private const int Count = 2;

    /// <summary>Runs cases that have nothing in common.</summary>
    public static Task RunAsync<T>(IEnumerable<T> cases, Func<T, Task> run, CancellationToken stopping) =>
        Parallel.ForEachAsync(
            cases, new ParallelOptions { MaxDegreeOfParallelism = Count, CancellationToken = stopping }, async (item, _) => await run(item));

    /// <summary>Runs cases with something that each lane has of its own.</summary>
    public static async Task RunAsync<T, TLane>(
        IReadOnlyCollection<T> cases, Func<Task<TLane>> newLane, Func<TLane, T, Task> run, CancellationToken stopping)
        where TLane : IAsyncDisposable
    {
        var waiting = new ConcurrentQueue<T>(cases);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(async () =>
        {
            await using TLane lane = await newLane();
            while (waiting.TryDequeue(out T? item))
            {
                stopping.ThrowIfCancellationRequested();
                await run(lane, item);
            }
        })));
    }
}
