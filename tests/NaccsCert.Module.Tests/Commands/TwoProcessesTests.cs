using System;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class TwoProcessesTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public async Task Two_logon_scripts_at_once_make_one_renewal()
    {
        using var home = new ScratchHome();
        CodeSet codes = TakeCodes();
        ProcessRun enrolled = await RunAsync(
            home, $"(Request-NaccsCertificate {codes.Code1} {codes.Code2} {codes.Code3} -Service $service).Thumbprint");
        string old = enrolled.Output.Trim();

        // By its thumbprint: a certificate of 20 days is due again as soon as it is renewed.
        string update = $"(Update-NaccsCertificate {old} -Service $service).Status";
        ProcessRun[] runs = await Task.WhenAll(RunAsync(home, update), RunAsync(home, update));
        Assert.All(runs, run => Assert.Equal((0, string.Empty), (run.ExitCode, run.Error)));
        string[] statuses = [.. runs.Select(run => run.Output.Trim()).Order(StringComparer.Ordinal)];
        Assert.Equal("Renewed", statuses[1]);
        Assert.Contains(statuses[0], new[] { "Busy", "NotDue" });

        ProcessRun left = await RunAsync(
            home, "(Get-NaccsCertificate -Service $service -IncludeArchived).Status; (Get-NaccsEnrollment -Service $service -WarningAction Ignore).Status");
        Assert.Equal("RenewalDue\nSuperseded\n", left.Output);
    }

    private Task<ProcessRun> RunAsync(ScratchHome home, string script) => PowerShellProcess.RunAsync(
        string.Empty,
        ["-NonInteractive", "-Command", $"Import-Module '{BuildPaths.StagedModule}'; $service = '{Service}'; {script}"],
        TestContext.Current.CancellationToken,
        home);
}
