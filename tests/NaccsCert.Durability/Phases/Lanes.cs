using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace NaccsCert.Durability.Phases;

/// <summary>Runs cases side by side, as many as the smallest machine has cores.</summary>
internal static class Lanes
{
    private const int Count = 2;

    public static Task RunAsync<T>(IEnumerable<T> cases, Func<T, Task> run) =>
        Parallel.ForEachAsync(
            cases, new ParallelOptions { MaxDegreeOfParallelism = Count }, async (item, _) => await run(item));
}
