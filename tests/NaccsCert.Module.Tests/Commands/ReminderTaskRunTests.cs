using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>
/// What the reminder's task runs, run by a PowerShell of its own, from a module in folders with names that people have. Only
/// the program is another: Windows PowerShell is not everywhere.
/// </summary>
public sealed class ReminderTaskRunTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    // Stands for that of the module: the engine imports no other version from a folder of that name.
    private const string Version = "version";

    [Theory]
    [InlineData("O\u2019Brien", "NaccsCert")]
    [InlineData("O'Hara & S\u00F6hne", "NaccsCert", Version)]
    [InlineData("\u5C71\u7530 \u592A\u90CE\u3000(\u7D4C\u7406)", "NaccsCert")]
    [InlineData("\u2019; New-Item pwned; \u2018", "NaccsCert")]
    [InlineData("100% $HOME `a;b\u201D", "other")]
    public async Task It_runs_the_reminder(params string[] folders)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the home of another user cannot be lent to a process.");
        using var home = new ScratchHome();
        string module = Scratch.Member(Path.Combine([.. folders.Select(folder => folder == Version ? ModuleVersion() : folder)]));
        CopyModule(module);
        string definition = Scratch.Member(Path.Combine(folders[0], "service.json"));
        File.Copy(Service, definition);

        ProcessRun described = await RunAsync(home, Start(
            "-NonInteractive", "-Command", """
            # As the scripts import it: the assemblies, without the manifest.
            Import-Module "$env:NACCSCERT_TEST_MODULE/bin/Core/NaccsCert.Loader.dll", "$env:NACCSCERT_TEST_MODULE/bin/Core/NaccsCert.PowerShell.dll"
            Register-NaccsRenewalReminder -AsTaskDefinition -Service "$env:NACCSCERT_TEST_MODULE/../service.json"
            """.Replace("/../", folders.Length == 2 ? "/../" : "/../../", StringComparison.Ordinal)), module);
        Assert.Equal((0, string.Empty), (described.ExitCode, described.Error));
        string arguments = XDocument.Parse(described.Output).Descendants().Single(element => element.Name.LocalName == "Arguments").Value;

        // The runtime parts the line by the rules of Windows, on every platform.
        ProcessStartInfo start = Start();
        string program = string.Join(' ', start.ArgumentList.Select(argument => $"\"{argument}\""));
        start.ArgumentList.Clear();
        start.Arguments = program + arguments[arguments.IndexOf("powershell.exe\"", StringComparison.Ordinal)..]["powershell.exe\"".Length..];
        start.WorkingDirectory = Scratch.FullPath;
        ProcessRun run = await RunAsync(home, start, module);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string state = Assert.Single(Directory.GetFiles(home.FullPath, "state.json", SearchOption.AllDirectories));
        Assert.Contains("\"lastSuccess\":\"", File.ReadAllText(state).Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(File.Exists(Scratch.Member("pwned")));
    }

    private static ProcessStartInfo Start(params string[] arguments) => PowerShellProgram.StartInfo(arguments);

    private static async Task<ProcessRun> RunAsync(ScratchHome home, ProcessStartInfo start, string module)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        PowerShellProgram.Prepare(start, home, null);
        start.Environment["NACCSCERT_TEST_MODULE"] = module;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(token);
        Task<string> error = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return new ProcessRun(process.ExitCode, await output, await error);
    }

    private static string ModuleVersion() => Regex.Match(
        File.ReadAllText(Path.Combine(BuildPaths.StagedModule, "NaccsCert.psd1")), @"ModuleVersion\s*=\s*'(?<version>[\d.]+)'").Groups["version"].Value;

    private static void CopyModule(string target)
    {
        foreach (string file in Directory.GetFiles(BuildPaths.StagedModule, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(BuildPaths.StagedModule, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
