using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace NaccsCert.Benchmarks.Measuring;

/// <summary>Measures two things in turn, so that whatever else the machine does falls on both alike.</summary>
internal static class Paired
{
    /// <summary>Measures the subject, the reference, the subject, the reference, and so on.</summary>
    /// <param name="subject">Does it once and says how long it took.</param>
    /// <param name="reference">Does once what the subject is held against, and says how long that took.</param>
    /// <param name="warmUps">Pairs that are done first and not counted.</param>
    /// <param name="pairs">Pairs that are counted.</param>
    /// <returns>The pairs, in their order.</returns>
    public static async Task<IReadOnlyList<Pair<T>>> MeasureAsync<T>(
        Func<Task<T>> subject, Func<Task<T>> reference, int warmUps, int pairs)
    {
        var measured = new List<Pair<T>>();
        for (int number = 0; number < warmUps + pairs; number++)
        {
            var pair = new Pair<T>(await subject().ConfigureAwait(false), await reference().ConfigureAwait(false));
            if (number >= warmUps)
            {
                measured.Add(pair);
            }
        }

        return measured;
    }
}
