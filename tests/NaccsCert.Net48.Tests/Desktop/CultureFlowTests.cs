using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;
using Xunit;

namespace NaccsCert.Tests.Desktop;

/// <summary>The cultures of a session are those of its work, on whatever thread of the pool that goes on.</summary>
public sealed class CultureFlowTests
{
    private const int Steps = 50;

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    [Fact]
    public async Task Each_step_of_the_work_has_them()
    {
        var seen = new ConcurrentBag<string>();
        await Task.Run(
            () =>
            {
                CultureFlow.Keep(Turkish, Japanese);
                return WorkAsync(seen);
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(Steps + 1, seen.Count);
        Assert.Equal(["tr-TR ja-JP"], seen.Distinct());
    }

    [Fact]
    public void A_thread_is_given_back_as_it_was()
    {
        string before = Cultures();
        string within = string.Empty;
        ExecutionContext.Run(
            ExecutionContext.Capture(),
            _ =>
            {
                CultureFlow.Keep(Turkish, Japanese);
                within = Cultures();
            },
            null);
        Assert.Equal(("tr-TR ja-JP", before), (within, Cultures()));
    }

    private static async Task WorkAsync(ConcurrentBag<string> seen)
    {
        seen.Add(Cultures());
        for (int step = 0; step < Steps; step++)
        {
            await Task.Yield();
            await Task.Run(() => seen.Add(Cultures()), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static string Cultures() => $"{Thread.CurrentThread.CurrentCulture.Name} {Thread.CurrentThread.CurrentUICulture.Name}";
}
