using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>What the logon script leaves in a share, and what becomes of a logon whose share is not there.</summary>
public sealed class ReportTests(FleetService service) : FleetTests(service)
{
    private static readonly string Logon = ScriptAt("GroupPolicy/NaccsLogon.ps1");

    private string Share => Scratch.Member("share");

    private string[] Log => File.ReadAllLines(Path.Combine(Home.FullPath, ".local/share/NaccsCert/logs/logon.jsonl"));

    [Fact]
    public async Task A_renewal_at_logon_is_reported_with_the_new_certificate()
    {
        Directory.CreateDirectory(Share);
        await EnrollAsync();
        JsonNode before = await ReportAsync();
        JsonNode after = await ReportAsync("-AutoRenew");

        Assert.Equal(("RenewalDue", "RenewalDue"), ((string)before["code"]!, CodeIn(Log[0])));
        Assert.Equal("Renewed", CodeIn(Log[^1]));
        Assert.NotEqual((string)before["certificates"]![0]!["thumbprint"]!, (string)after["certificates"]![0]!["thumbprint"]!);
        Assert.Equal(System.Environment.MachineName, (string)after["computer"]!);
        Assert.Equal(2, Log.Length);
    }

    [Fact]
    public async Task A_share_that_is_gone_or_read_only_holds_up_no_logon_and_nothing_else()
    {
        Assert.SkipUnless(System.OperatingSystem.IsLinux(), "Only there is a folder in which even root can make no file.");
        foreach (string folder in new[] { Share, "/sys" })
        {
            Silent(await RunAsync(Logon, "-Service", Service, "-ReportPath", folder));
            Assert.Equal(["NotDue", "ReportUnwritable"], Log.TakeLast(2).Select(CodeIn));
        }

        Assert.False(Directory.Exists(Share));
    }

    [Fact]
    public async Task Two_logons_at_once_leave_one_whole_report()
    {
        Directory.CreateDirectory(Share);
        using var elsewhere = new ScratchHome();
        string[] arguments = ["-File", Logon, "-Service", Service, "-ReportPath", Share];
        ProcessRun[] runs = await Task.WhenAll(new[] { Home, elsewhere }.Select(home => PowerShellProcess.RunAsync(
            string.Empty, arguments, TestContext.Current.CancellationToken, home)));

        Assert.All(runs, Silent);
        Assert.Equal("NoCertificate", (string)Report()["code"]!);
    }

    private static void Silent(ProcessRun run) => Assert.Equal((0, string.Empty, string.Empty), (run.ExitCode, run.Output, run.Error));

    private static string CodeIn(string line) => (string)JsonNode.Parse(line)!["code"]!;

    private async Task<JsonNode> ReportAsync(params string[] options)
    {
        Silent(await RunAsync(Logon, ["-Service", Service, "-ReportPath", Share, .. options]));
        return Report();
    }

    private JsonNode Report() => JsonNode.Parse(File.ReadAllText(Assert.Single(Directory.GetFileSystemEntries(Share))))!;
}
