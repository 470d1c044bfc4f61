using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

public sealed class IntuneTests(FleetService service) : FleetTests(service)
{
    private static readonly string Detect = ScriptAt("Intune/Detect-NaccsCertificate.ps1");
    private static readonly string Remediate = ScriptAt("Intune/Remediate-NaccsCertificate.ps1");

    [Fact]
    public async Task What_is_due_is_detected_and_remediated()
    {
        await EnrollAsync();
        ProcessRun detected = await RunAsync(Detect, "-Service", Service);
        Expect("RenewalDue", 1, detected);
        JsonNode certificate = Assert.Single(Answer(detected)["certificates"]!.AsArray())!;
        Assert.Equal("RenewalDue", (string)certificate["code"]!);
        Assert.InRange((int)certificate["days"]!, 5, 6);

        ProcessRun remediated = await RunAsync(Remediate, "-Service", Service);
        Expect("Renewed", 0, remediated);
        Assert.Equal(1, (int)Answer(remediated)["count"]!);
        Assert.Equal("RenewalDue\nSuperseded\n", await DoAsync($"(Get-NaccsCertificate -Service '{Service}' -IncludeArchived).Status"));
    }

    [Fact]
    public async Task No_certificate_is_no_finding_unless_there_has_to_be_one()
    {
        Expect("NoCertificate", 0, await RunAsync(Detect, "-Service", Service));
        Expect("NoCertificate", 1, await RunAsync(Detect, "-Service", Service, "-RequireCertificate"));
        Expect("NotDue", 0, await RunAsync(Remediate, "-Service", Service));
    }

    [Fact]
    public async Task A_certificate_without_its_key_is_beyond_remediation()
    {
        await EnrollAsync();
        await LoseKeyAsync();
        Expect("ReissueRequired", 1, await RunAsync(Detect, "-Service", Service));
        Expect("ReissueRequired", 1, await RunAsync(Remediate, "-Service", Service));
    }

    [Fact]
    public async Task A_service_that_is_down_is_named_and_then_waited_for()
    {
        await EnrollAsync();
        string dead = DeadService();
        ProcessRun failed = await RunAsync(Remediate, "-Service", dead);
        Expect("Failed", 1, failed);
        Assert.Equal("ConnectionFailed", (string)Assert.Single(Answer(failed)["certificates"]!.AsArray())!["error"]!);
        Expect("Waiting", 1, await RunAsync(Remediate, "-Service", dead));
    }

    [Theory]
    [InlineData("Intune/Detect-NaccsCertificate.ps1")]
    [InlineData("Intune/Remediate-NaccsCertificate.ps1")]
    public async Task Another_account_than_that_of_the_desktop_is_refused(string name)
    {
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            ["-Command", $"$env:SUDO_USER = 'taro'; & '{ScriptAt(name)}' -Service '{Service}'; exit $LASTEXITCODE"],
            TestContext.Current.CancellationToken,
            Home);
        Expect("AccountElevatedAsAnother", 1, run);
    }

    [Theory]
    [InlineData("Intune/Detect-NaccsCertificate.ps1", "ModuleMissing")]
    [InlineData("Intune/Remediate-NaccsCertificate.ps1", "ModuleFailed")]
    public async Task A_module_that_is_not_there_or_broken_is_told(string name, string broken)
    {
        Expect("ModuleMissing", 1, await RunAsync(Alone(name)));

        string folder = Scratch.Member("NaccsCert");
        Directory.CreateDirectory(Path.Combine(folder, "scripts", "Intune"));
        File.WriteAllText(Path.Combine(folder, "NaccsCert.psd1"), "@{ ModuleVersion = '1.0'; RootModule = 'bin/nothing.dll' }");
        string beside = Path.Combine(folder, "scripts", name);
        File.Copy(ScriptAt(name), beside);
        Expect(broken, 1, await RunAsync(beside));
    }

    [Fact]
    public async Task An_installed_module_is_found_from_anywhere()
    {
        string modules = Modules();
        Expect("NoCertificate", 0, await RunWithModulesAsync(modules, Alone("Intune/Detect-NaccsCertificate.ps1")));
        Expect("NotDue", 0, await RunWithModulesAsync(modules, Alone("Intune/Remediate-NaccsCertificate.ps1")));
    }

    [Fact]
    public async Task The_newest_of_the_installed_modules_remediates()
    {
        string modules = Scratch.Member("modules");
        foreach (string version in new[] { "0.9.0", "0.10.0" })
        {
            Directory.CreateDirectory(Path.Combine(modules, "NaccsCert", version));
            File.WriteAllText(Path.Combine(modules, "NaccsCert", version, "NaccsCert.psd1"), string.Empty);
        }

        Directory.CreateSymbolicLink(
            Path.Combine(modules, "NaccsCert", "0.10.0", "bin"), Path.Combine(BuildPaths.StagedModule, "bin"));
        Expect("NotDue", 0, await RunWithModulesAsync(modules, Alone("Intune/Remediate-NaccsCertificate.ps1")));
    }

    [Theory]
    [InlineData("Intune/Detect-NaccsCertificate.ps1")]
    [InlineData("Intune/Remediate-NaccsCertificate.ps1")]
    public async Task An_error_is_told_by_its_id_in_any_language(string name)
    {
        string definition = Scratch.Member("definition.json");
        await File.WriteAllTextAsync(definition, "{}", TestContext.Current.CancellationToken);
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            ["-File", ScriptAt(name), "-Service", definition],
            TestContext.Current.CancellationToken,
            Home,
            RunCulture.VariablesFor("ja-JP"));
        Expect("ServiceDefinitionInvalid", 1, run);
    }

    [Theory]
    [InlineData("Intune/Detect-NaccsCertificate.ps1")]
    [InlineData("Intune/Remediate-NaccsCertificate.ps1")]
    public async Task What_hangs_is_ended(string name)
    {
        Assert.SkipUnless(System.OperatingSystem.IsLinux(), "Only there are stores folders, in which a pipe hangs whoever reads them.");
        string store = Path.Combine(Home.FullPath, ".dotnet/corefx/cryptography/x509stores/my");
        UnixNodes.MakePipe(Path.Combine(Directory.CreateDirectory(store).FullName, "pipe.pfx"));

        Expect("TimedOut", 1, await RunAsync(ScriptAt(name), "-Service", Service, "-DeadlineSeconds", "1"));
    }

    [Fact]
    public async Task Settings_are_changed_in_the_block_of_each_script_as_people_do_it()
    {
        await EnrollAsync("-StoreName Other");
        (string, string)[] changes =
        [
            ("$Service = ''", $"$Service = '{Service}'"), ("$StoreName = 'My'", "$StoreName = 'Other'"), ("$NoAutoRenew = $false", "$NoAutoRenew = $true"),
        ];
        string modules = Modules();
        Expect("LeftToUser", 0, await RunTextAsync(modules, $"& '{Edited(Detect, changes)}'"));
        Expect("LeftToUser", 0, await RunTextAsync(modules, $"& '{Edited(Remediate, changes)}'"));
        Expect("RenewalDue", 1, await RunTextAsync(modules, $"& '{Edited(Detect, changes[..2])}'"));
        Expect("Renewed", 0, await RunTextAsync(modules, $"& '{Edited(Remediate, changes[..2])}'"));
        Expect("NoCertificate", 1, await RunTextAsync(modules, $"& '{Edited(Detect, [changes[0], ("$RequireCertificate = $false", "$RequireCertificate = $true")])}'"));
    }

    [Fact]
    public void What_the_scripts_share_is_alike()
    {
        string[] shared =
        [
            .. new[] { Remediate, ScriptAt("GroupPolicy/NaccsLogon.ps1") }
                .Select(File.ReadAllText)
                .Select(text => text.Split("#region Shared")[1].Split("#endregion")[0])
                .Distinct(),
        ];
        Assert.Single(shared);
    }

    // Each change has its one place in the settings, which is what an administrator looks for.
    private string Edited(string script, (string From, string To)[] changes)
    {
        string text = File.ReadAllText(script);
        foreach ((string from, string to) in changes)
        {
            Assert.Equal(2, text.Split("#region Settings")[1].Split("#endregion")[0].Split(from).Length);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        string path = Scratch.Member(Path.GetRandomFileName() + ".ps1");
        File.WriteAllText(path, text);
        return path;
    }

    private Task<ProcessRun> RunWithModulesAsync(string modules, string script) =>
        RunTextAsync(modules, $"& '{script}' -Service '{Service}'");
}
