using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>A list of codes whose process dies on the way is run again, and each code is used once.</summary>
public sealed class InterruptedListTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Kill = """
        ForEach-Object {
            if ($_ -isnot [Management.Automation.VerboseRecord]) { "$($_.Row) $($_.Status)" }
            elseif ("$_".Contains($third) -or $seen) {
                $seen++
                if ($seen -eq 4) { [Diagnostics.Process]::GetCurrentProcess().Kill() }
            }
        }
        """;

    [Fact]
    public async Task Killed_in_the_third_row_it_is_completed_by_the_same_command()
    {
        using var home = new ScratchHome();
        CodeSet[] sets = [.. Enumerable.Range(0, 5).Select(_ => TakeCodes())];
        CodeFile.Write(Scratch.Member("codes.csv"), sets);

        ProcessRun killed = await RunAsync(home, $"$third = '{sets[2].Terminal}'; $seen = 0; Import-Csv $file | Request-NaccsCertificate -Service $service -Verbose 4>&1 | {Kill}");
        Assert.Equal("1 Enrolled\n2 Enrolled\n", killed.Output);
        Assert.NotEqual(0, killed.ExitCode);

        ProcessRun again = await RunAsync(home, "Import-Csv $file | Request-NaccsCertificate -Service $service | ForEach-Object { \"$($_.Row) $($_.Status)\" }");
        Assert.Equal("1 AlreadyEnrolled\n2 AlreadyEnrolled\n3 Enrolled\n4 Enrolled\n5 Enrolled\n", again.Output);
        Assert.Equal((0, string.Empty), (again.ExitCode, again.Error));

        ProcessRun left = await RunAsync(
            home, "(Get-NaccsCertificate -Service $service).Terminal | Sort-Object; @(Get-NaccsEnrollment -Service $service -WarningAction Ignore).Count");
        Assert.Equal(sets.Select(set => set.Terminal).Order().Append("0"), left.Output.Trim().Split('\n'));
    }

    private Task<ProcessRun> RunAsync(ScratchHome home, string script) => PowerShellProcess.RunAsync(
        string.Empty,
        ["-NonInteractive", "-Command", $"Import-Module '{BuildPaths.StagedModule}'; $service = '{Service}'; $file = '{Scratch.Member("codes.csv")}'; {script}"],
        TestContext.Current.CancellationToken,
        home);
}
