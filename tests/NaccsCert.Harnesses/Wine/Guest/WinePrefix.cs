using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Wine.Guest;

/// <summary>A Windows 10 of its own under Wine, without a display, removed when disposed.</summary>
internal sealed class WinePrefix : IAsyncDisposable
{
    /// <summary>The time zone of this Windows: one that Windows calls by another name, and that has summer time.</summary>
    public const string TimeZone = "America/New_York";

    private const string DriveC = "drive_c";

    /// <summary>The width of the terminal, in characters, so that no message is broken into lines.</summary>
    private const int Columns = 1000;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(2);

    private readonly WinePrograms _programs;
    private readonly ScratchHome _home = new();
    private readonly Dictionary<string, string> _environment;

    private WinePrefix(WinePrograms programs)
    {
        _programs = programs;
        _environment = new(_home.Environment)
        {
            ["PATH"] = "/usr/bin:/bin",
            ["LC_ALL"] = "C.UTF-8",
            ["TZ"] = TimeZone,
            // Wine keeps the folder of its server.
            ["TMPDIR"] = _home.FullPath,
            ["WINEPREFIX"] = Folder,
            ["WINEARCH"] = "win64",
            ["WINEDEBUG"] = "-all",
            // A collection ends .NET 10 under Wine 8 with an internal error; with so much room (256 MiB) no session needs one.
            ["DOTNET_GCgen0size"] = "0x10000000",
            ["NO_COLOR"] = "1",
            ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
            ["POWERSHELL_UPDATECHECK"] = "Off",
            // Wine would ask to download a browser, and put menus on the desktop.
            ["WINEDLLOVERRIDES"] = "mshtml=;winemenubuilder.exe=d",
        };
    }

    /// <summary>The folder of the only user, outside of Wine.</summary>
    public string UserFolder => Directory.GetDirectories(FileOnDriveC("users")).Single(folder => Path.GetFileName(folder) != "Public");

    private string Folder => Path.Combine(_home.FullPath, "prefix");

    /// <summary>Sets it up.</summary>
    /// <param name="programs">Wine.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The prefix.</returns>
    public static async Task<WinePrefix> CreateAsync(WinePrograms programs, CancellationToken cancellationToken)
    {
        var prefix = new WinePrefix(programs);
        try
        {
            // .NET wants no older Windows.
            ProgramRun run = await prefix.RunAsync(["winecfg", "-v", "win10"], cancellationToken);
            return run.ExitCode == 0
                ? prefix
                : throw new InvalidOperationException($"Wine could not be set up: {run.Text}");
        }
        catch
        {
            await prefix.DisposeAsync();
            throw;
        }
    }

    /// <summary>What Windows calls a file of this computer.</summary>
    /// <param name="path">Its full path.</param>
    public static string WindowsPath(string path) => "Z:" + path.Replace('/', '\\');

    /// <summary>A file on the drive C.</summary>
    /// <param name="name">Its name there.</param>
    /// <returns>Its path outside of Wine.</returns>
    public string FileOnDriveC(string name) => Path.Combine(Folder, DriveC, name);

    /// <summary>Runs a program of Windows.</summary>
    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ProgramRun> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        ProgramRun.RunAsync(_programs.Wine, arguments, _environment, LockTimeout, cancellationToken);

    /// <summary>
    /// Runs PowerShell at a terminal: its host does not start without a console, which Wine gives to a program only there.
    /// </summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ProgramRun> RunPowerShellAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => RunAtTerminalAsync(
        [BuildPaths.WineEngine, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "RemoteSigned", .. arguments], cancellationToken);

    /// <summary>Runs a program of Windows at a terminal, for programs that want a console, or start one that does.</summary>
    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ProgramRun> RunAtTerminalAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => ProgramRun.RunAsync(
        PseudoTerminal.Program,
        PseudoTerminal.Arguments(Columns, [_programs.Wine, .. arguments]),
        _environment,
        LockTimeout,
        cancellationToken);

    /// <summary>Which Wine this is.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellationToken) =>
        (await RunAsync(["--version"], cancellationToken)).Text.Trim();

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Ends whatever still runs in the prefix. There may be nothing, which is an error to Wine, and well.
            await ServerAsync("-k");
            await ServerAsync("-w");
        }
        finally
        {
            _home.Dispose();
        }
    }

    private Task<ProgramRun> ServerAsync(string option) =>
        ProgramRun.RunAsync(_programs.Server, [option], _environment, LockTimeout, CancellationToken.None);
}
