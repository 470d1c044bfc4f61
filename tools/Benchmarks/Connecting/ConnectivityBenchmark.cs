using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Validation.Connectivity;

namespace NaccsCert.Benchmarks.Connecting;

/// <summary>What testing many hosts costs beside testing the slowest of them, and how many threads it takes.</summary>
internal static class ConnectivityBenchmark
{
    private const double Target = 1.2;
    private const int WarmUps = 2;
    private const int Pairs = 15;
    private const int ManyHosts = 200;
    private const int MaxThreads = 64;

    private static readonly TimeSpan[] Delays =
        [.. Enumerable.Range(1, 8).Select(number => TimeSpan.FromMilliseconds(125 * number))];

    /// <summary>Measures both.</summary>
    /// <returns>The row of the comparison, and a line about threads.</returns>
    public static async Task<Findings> RunAsync()
    {
        await using var service = new DelayingService(Delays);
        ServiceDefinition all = service.Define(Enumerable.Range(0, Delays.Length));
        ServiceDefinition slowest = service.Define([Delays.Length - 1]);
        IReadOnlyList<Pair<TimeSpan>> pairs = await Paired.MeasureAsync(
            () => TimeAsync(all), () => TimeAsync(slowest), WarmUps, Pairs).ConfigureAwait(false);
        return new Findings(
            [Comparison.Of($"connectivity, {Delays.Length} hosts to the slowest", Target, pairs, time => time)],
            [await CountThreadsAsync(service.Define(Enumerable.Range(0, ManyHosts).Select(host => host % Delays.Length))).ConfigureAwait(false)]);
    }

    private static async Task<TimeSpan> TimeAsync(ServiceDefinition definition)
    {
        var watch = Stopwatch.StartNew();
        IReadOnlyList<ConnectivityResult> results = await ConnectivityTester
            .TestAsync(definition, ConnectivityOptions.Default, new SystemClock(), CancellationToken.None).ConfigureAwait(false);
        TimeSpan elapsed = watch.Elapsed;
        return results.All(result => result.Status != CheckStatus.Failed)
            ? elapsed
            : throw new InvalidOperationException(results.First(result => result.Status == CheckStatus.Failed).Reason);
    }

    // The process serves the hosts too, so its threads are an upper bound of the tester's.
    private static async Task<string> CountThreadsAsync(ServiceDefinition definition)
    {
        int most = 0;
        using var done = new CancellationTokenSource();
        var counter = new Thread(() =>
        {
            while (!done.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20)))
            {
                using var process = Process.GetCurrentProcess();
                most = Math.Max(most, process.Threads.Count);
            }
        });
        counter.Start();
        TimeSpan elapsed = await TimeAsync(definition).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        counter.Join();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Connectivity, {definition.Hosts.Count} hosts: {elapsed.TotalSeconds:F1} s (deadline {ConnectivityOptions.Default.Deadline.TotalSeconds:F0} s), "
            + $"at most {most} threads in the process (< {MaxThreads} {(most < MaxThreads ? "met" : "MISSED")})");
    }
}
