using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>The DSC resources, run as their manifests have dsc.exe run them; what sets something on Windows is looked at under Wine.</summary>
public sealed class DscTests : IDisposable
{
    private static readonly string Folder = Path.Combine(BuildPaths.StagedModule, "dsc");

    private readonly ScratchHome _home = new();

    public DscTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "It would change the real reminder and the registry.");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_is_as_it_should_be_is_found_so_and_set_again_without_a_change()
    {
        Register(autoRenew: true);
        byte[] before = File.ReadAllBytes(StatePath);

        JsonNode got = await StateAsync("Reminder", "get", "");
        Assert.Equal((true, true, "Module"), ((bool)got["_exist"]!, (bool)got["autoRenew"]!, (string)got["remindedBy"]!));
        Assert.True((bool)(await StateAsync("Reminder", "test", """{"_exist":true,"autoRenew":true}"""))["_inDesiredState"]!);
        Assert.False((bool)(await StateAsync("Reminder", "test", """{"autoRenew":false}"""))["_inDesiredState"]!);
        Assert.False((bool)(await StateAsync("Reminder", "test", """{"_exist":false}"""))["_inDesiredState"]!);
        Assert.Null((await StateAsync("Reminder", "set", """{"autoRenew":true}"""))["_inDesiredState"]);
        Assert.Equal(before, File.ReadAllBytes(StatePath));
    }

    [Theory]
    [InlineData("Reminder", """{"_exist":true}""", 1, "このコンピューターではタスクスケジューラを使用できません")]
    [InlineData("Policy", """{"reminderDays":14}""", 1, "Group Policy needs Windows.")]
    [InlineData("Policy", """{"定義":"会社"}""", 2, "Unknown property: 定義")]
    [InlineData("Reminder", "[1", 2, "The input is not a JSON object.")]
    public async Task What_fails_puts_out_nothing_and_says_why_in_one_line_that_no_code_page_garbles(
        string resource, string desired, int exitCode, string expected)
    {
        ProcessRun run = await RunAsync(resource, "set", desired);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.DoesNotContain(run.Error, character => character > '~');
        string message = (string)JsonNode.Parse(run.Error)!["error"]!;
        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.False(File.Exists(StatePath));
    }

    [Fact]
    public async Task Every_setting_is_a_property_and_unset_without_a_policy()
    {
        JsonObject got = (await StateAsync("Policy", "get", "")).AsObject();
        IEnumerable<string> described = Manifest("Policy")["schema"]!["embedded"]!["properties"]!.AsObject().Select(property => property.Key);

        Assert.Equal(described.Where(name => name != "_inDesiredState"), got.Select(property => property.Key));
        Assert.All(got, property => Assert.Null(property.Value));
        Assert.False((bool)(await StateAsync("Policy", "test", """{"proxy":null,"serviceDefinition":"C:\\定義\\会社.json"}"""))["_inDesiredState"]!);
    }

    private string StatePath => Path.Combine(_home.FullPath, ".local", "share", "NaccsCert", "reminder", "state.json");

    private void Register(bool autoRenew)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(StatePath)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(StatePath, new JsonObject
        {
            ["version"] = 1,
            ["registered"] = "2026-11-23T00:00:00Z",
            ["autoRenew"] = autoRenew,
            ["failures"] = 0,
            ["certificates"] = new JsonArray(),
        }.ToJsonString());
        File.SetUnixFileMode(StatePath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private async Task<JsonNode> StateAsync(string resource, string operation, string desired)
    {
        ProcessRun run = await RunAsync(resource, operation, desired);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.DoesNotContain(run.Output, character => character > '~');
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
        return JsonNode.Parse(run.Output)!;
    }

    private async Task<ProcessRun> RunAsync(string resource, string operation, string desired)
    {
        IEnumerable<string> arguments = Manifest(resource)[operation]!["args"]!.AsArray().SelectMany(argument => argument is JsonObject input
            ? [(string)input["jsonInputArg"]!, desired]
            : new[] { ((string)argument!).Replace("./", Folder + "/", StringComparison.Ordinal) });
        return await PowerShellProcess.RunAsync(
            string.Empty, arguments, TestContext.Current.CancellationToken, _home, RunCulture.VariablesFor("ja-JP"));
    }

    private static JsonObject Manifest(string resource) => JsonNode.Parse(
        File.ReadAllText(Path.Combine(Folder, $"naccscert-{resource.ToLowerInvariant()}.dsc.resource.json")))!.AsObject();
}
