using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Host;

public sealed class SignalTests : HostTests
{
    private const string Loop = "try { 'begun'; while ($true) { } } finally { [Console]::Out.WriteLine('cleaned up') }";

    /// <summary>A host that does not hear is ended, in milliseconds.</summary>
    private const int LockTimeout = 120_000;

    private const string Ask = "'begun'; $Host.UI.ReadLine(); 'never'";

    [Theory(Timeout = LockTimeout)]
    [InlineData("-INT", 130)]
    [InlineData("-TERM", 143)]
    public async Task A_signal_stops_the_script_which_can_still_clean_up(string signal, int exitCode)
    {
        HostRun run = await SignalAsync(Loop, signal, TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("cleaned up\n", run.Output);
        Assert.Empty(run.Error);
    }

    [Theory(Timeout = LockTimeout)]
    [InlineData("-INT", 130)]
    [InlineData("-TERM", 143)]
    public async Task A_signal_ends_a_prompt_that_nobody_answers(string signal, int exitCode)
    {
        HostRun run = await SignalAsync(Ask, signal, TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Output);
    }

    private async Task<HostRun> SignalAsync(string script, string signal, CancellationToken cancellationToken)
    {
        using var host = new HostProcess(["-File", Script(script)]);
        await host.ReadUntilAsync("begun\n", cancellationToken);
        using Process kill = Process.Start("kill", [signal, $"{host.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        return await host.EndAsync(cancellationToken);
    }
}
