using System.Collections.Generic;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>
/// Scripts where App Control or AppLocker does not allow them: the engine runs them in ConstrainedLanguage mode, in which no method of
/// most types can be called. And scripts that are run as text, which have no folder.
/// </summary>
public sealed class LockedDownTests(FleetService service) : FleetTests(service)
{
    private const string Constrain = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'";

    [Theory]
    [InlineData("Intune/Detect-NaccsCertificate.ps1")]
    [InlineData("Intune/Remediate-NaccsCertificate.ps1")]
    public async Task Constrained_scripts_end_with_their_code(string name) =>
        Expect("ConstrainedLanguage", 1, await RunTextAsync(Modules(), $"{Constrain}; & '{ScriptAt(name)}' -Service '{Service}'"));

    [Fact]
    public async Task A_constrained_logon_is_logged_and_held_up_by_nothing()
    {
        string logon = $"{Constrain}; & '{ScriptAt("GroupPolicy/NaccsLogon.ps1")}'";
        string data = Scratch.Member("data");
        var variables = new Dictionary<string, string?> { ["LOCALAPPDATA"] = data };
        string engine = Path.Combine(Path.GetDirectoryName(PowerShellProgram.StartInfo([]).ArgumentList[0])!, "Modules");
        for (int run = 1; run <= 2; run++)
        {
            Silent(await RunTextAsync(engine, logon, variables));
        }

        string[] log = await File.ReadAllLinesAsync(Path.Combine(data, "NaccsCert/logs/logon.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(2, log.Length);
        Assert.All(log, line => Assert.Equal("ConstrainedLanguage", (string)JsonNode.Parse(line)!["code"]!));

        // Not even the cmdlets that write are there.
        Silent(await RunTextAsync(Scratch.Member("nothing"), logon, variables));
    }

    [Theory]
    [InlineData("Intune/Detect-NaccsCertificate.ps1", "NoCertificate")]
    [InlineData("Intune/Remediate-NaccsCertificate.ps1", "NotDue")]
    public async Task A_script_that_is_run_as_text_finds_the_installed_module(string name, string code)
    {
        string text = $"& ([scriptblock]::Create([IO.File]::ReadAllText('{ScriptAt(name)}'))) -Service '{Service}'";
        Expect(code, 0, await RunTextAsync(Modules(), text));
        Expect("ModuleMissing", 1, await RunTextAsync(Scratch.Member("nothing"), text));
    }

    private static void Silent(ProcessRun run) => Assert.Equal((0, string.Empty, string.Empty), (run.ExitCode, run.Output, run.Error));
}
