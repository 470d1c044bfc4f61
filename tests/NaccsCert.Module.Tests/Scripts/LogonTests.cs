using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

public sealed class LogonTests(FleetService service) : FleetTests(service)
{
    private static readonly string Logon = ScriptAt("GroupPolicy/NaccsLogon.ps1");

    private string Log => Path.Combine(Home.FullPath, ".local/share/NaccsCert/logs/logon.jsonl");

    [Fact]
    public async Task A_due_certificate_is_renewed_where_that_is_wanted()
    {
        await EnrollAsync();
        Assert.Equal("RenewalDue", await LogonAsync("-Service", Service));
        Assert.Equal("Renewed", await LogonAsync("-Service", Service, "-AutoRenew"));
    }

    [Fact]
    public async Task A_failure_is_logged_and_holds_up_no_logon()
    {
        await EnrollAsync();
        Assert.Equal("Failed", await LogonAsync("-Service", DeadService(), "-AutoRenew"));
        Assert.Equal("ServiceDefinitionNotFound", await LogonAsync("-Service", Scratch.Member("nowhere.json")));
        Assert.Equal("TaskSchedulerUnavailable", await LogonAsync("-Service", Service, "-RegisterReminder"));
    }

    [Fact]
    public async Task A_missing_module_is_logged()
    {
        string alone = Scratch.Member("logon.ps1");
        File.Copy(Logon, alone);
        Silent(await RunAsync(alone));
        Assert.Equal("ModuleMissing", LastCode());
    }

    [Fact]
    public async Task What_hangs_is_ended_without_a_word()
    {
        Silent(await RunAsync(Logon, "-Service", Service, "-DeadlineSeconds", "0"));
        Assert.False(File.Exists(Log));
    }

    [Fact]
    public async Task A_log_that_is_full_gives_way()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        await File.WriteAllTextAsync(Log, new string(' ', 300 * 1024), TestContext.Current.CancellationToken);
        Assert.Equal("NotDue", await LogonAsync("-Service", Service));
        Assert.Single(await File.ReadAllLinesAsync(Log, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_holds_up_no_logon()
    {
        string data = Path.Combine(Home.FullPath, ".local/share/NaccsCert");
        await File.WriteAllTextAsync(data, "a file in the place of the folder", TestContext.Current.CancellationToken);
        Silent(await RunAsync(Logon, "-Service", Service));
    }

    private static void Silent(ProcessRun run) => Assert.Equal((0, string.Empty, string.Empty), (run.ExitCode, run.Output, run.Error));

    private async Task<string> LogonAsync(params string[] arguments)
    {
        Silent(await RunAsync(Logon, arguments));
        return LastCode();
    }

    private string LastCode() => (string)JsonNode.Parse(File.ReadAllLines(Log).Last())!["code"]!;
}
