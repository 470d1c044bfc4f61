using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Tests.Fuzzing.Wires;
using Xunit;

namespace NaccsCert.Tests.Fuzzing;

/// <summary>Servers and proxies that answer with anything. It can be run for as long as one likes (docs/fuzzing.md).</summary>
public sealed class WireTests
{
    private const int Cases = 2000;

    [Fact]
    public async Task Whatever_servers_and_proxies_answer_it_becomes_an_answer_or_an_error_with_an_id()
    {
        using var fuzzer = new WireFuzzer(FuzzSettings.Seed);
        var findings = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, FuzzSettings.Cases(Cases)),
            TestContext.Current.CancellationToken,
            async (number, stop) =>
            {
                if (await fuzzer.CheckAsync(number, stop) is { } finding)
                {
                    findings.Enqueue($"seed {FuzzSettings.Seed}, case {number}: {finding}");
                }
            });
        Assert.Empty(findings);
    }
}
