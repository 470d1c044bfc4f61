using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Installer.Guest;

/// <summary>Windows Installer in a Windows under Wine, and what it leaves there.</summary>
/// <param name="prefix">The Windows.</param>
internal sealed partial class GuestInstaller(WinePrefix prefix)
{
    // Wine gives programs of Linux the low byte of an exit code. Without "start", what the installer starts has the console.
    private const string Script = "@msiexec %*\r\n@echo exit code %errorlevel%\r\n";

    private const string Installed = @"HKCU\Software\NaccsCert\Installer";

    // Wine keeps the entry of a user's program among those of the computer.
    private static readonly string[] Programs =
    [
        @"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall", @"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall",
    ];

    private string Menu => Path.Combine(prefix.UserFolder, "AppData/Roaming/Microsoft/Windows/Start Menu/Programs");

    /// <summary>Runs it silently.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="arguments">What to do.</param>
    /// <returns>The exit code as Windows has it; what was said instead when there is none.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        string script = prefix.FileOnDriveC("installer.cmd");
        await File.WriteAllTextAsync(script, Script, cancellationToken);
        ProgramRun run = await prefix.RunAtTerminalAsync(["cmd", "/c", @"C:\installer.cmd", .. arguments, "/qn"], cancellationToken);
        Match code = ExitCode().Match(run.Text);
        return code.Success ? code.Groups[1].Value : run.Text;
    }

    /// <summary>The folder of a version.</summary>
    /// <param name="program">The folder of the edition: <c>WindowsPowerShell</c> or <c>PowerShell</c>.</param>
    /// <param name="version">The version; empty for the folder of all.</param>
    public string ModuleFolder(string program, string version) =>
        Path.Combine(InstalledModule.DocumentsFolder(prefix), program, "Modules", InstalledModule.Name, version);

    /// <summary>The entry among the programs of the user: values by their names.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> EntriesAsync(CancellationToken cancellationToken)
    {
        var entries = new List<IReadOnlyDictionary<string, string>>();
        foreach (string key in Programs)
        {
            ProgramRun run = await prefix.RunAsync(["reg", "query", key, "/s"], cancellationToken);
            entries.AddRange(run.Text.ReplaceLineEndings("\n").Split("\n\n").Select(Values)
                .Where(values => values.GetValueOrDefault("DisplayName") == InstalledModule.Name));
        }

        return entries;
    }

    /// <summary>How many values of the registry say that something is installed.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<int> MarksAsync(CancellationToken cancellationToken) =>
        Values((await prefix.RunAsync(["reg", "query", Installed], cancellationToken)).Text).Count;

    /// <summary>The entries of the Start menu, with the folder of the installer.</summary>
    public IReadOnlyList<string> MenuEntries() =>
        [.. Directory.EnumerateFiles(Menu, "*.lnk", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Menu, file))];

    /// <summary>The bytes of an entry of the Start menu.</summary>
    /// <param name="entry">The entry, as <see cref="MenuEntries"/> gives it.</param>
    public byte[] MenuEntry(string entry) => File.ReadAllBytes(Path.Combine(Menu, entry));

    /// <summary>How many tasks Wine's scheduler has.</summary>
    public int Tasks() => Directory.Exists(prefix.FileOnDriveC("windows/system32/tasks"))
        ? Directory.GetFiles(prefix.FileOnDriveC("windows/system32/tasks")).Length
        : 0;

    private static Dictionary<string, string> Values(string text) =>
        Value().Matches(text).DistinctBy(match => match.Groups[1].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());

    [GeneratedRegex(@"exit code (-?\d+)")]
    private static partial Regex ExitCode();

    [GeneratedRegex(@"^ {4}(\S+) {4}REG_\w+ {4}(.*)$", RegexOptions.Multiline)]
    private static partial Regex Value();
}
