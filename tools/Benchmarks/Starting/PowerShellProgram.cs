using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>Runs the real PowerShell, the version that .config/dotnet-tools.json names, as a whole process each time.</summary>
internal sealed class PowerShellProgram
{
    private readonly string _assembly;
    private readonly ScratchHome _home;

    private PowerShellProgram(string assembly, ScratchHome home) => (_assembly, _home) = (assembly, home);

    /// <summary>Restores the tool and finds what it is made of: through the tool itself, the .NET CLI would start first.</summary>
    /// <param name="home">The home folder of the processes.</param>
    public static async Task<PowerShellProgram> FindAsync(ScratchHome home)
    {
        await RunAsync(DotnetTool("tool", "restore")).ConfigureAwait(false);
        ProcessStartInfo start = DotnetTool("pwsh", "-NoProfile", "-NonInteractive", "-Command", "$PSHOME");
        home.ApplyTo(start);
        string folder = await RunAsync(start).ConfigureAwait(false);
        return new PowerShellProgram(Path.Combine(folder.Trim(), "pwsh.dll"), home);
    }

    /// <summary>Runs a command.</summary>
    /// <returns>How long the process took, and what it wrote.</returns>
    public Task<(TimeSpan Time, string Output)> CommandAsync(string command) => TimeAsync("-Command", command);

    /// <summary>Runs a script file.</summary>
    /// <returns>How long the process took, and what it wrote.</returns>
    public Task<(TimeSpan Time, string Output)> FileAsync(string path) => TimeAsync("-File", path);

    private static ProcessStartInfo DotnetTool(params string[] arguments) =>
        new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
        {
            WorkingDirectory = BuildPaths.Repository,
        };

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: exit code {process.ExitCode}: {output}");
    }

    private async Task<(TimeSpan Time, string Output)> TimeAsync(params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = DotnetProgram.StartInfo(_assembly, ["-NoProfile", "-NonInteractive", .. arguments]);
        _home.ApplyTo(start);
        start.Environment["PSModulePath"] = BuildPaths.Modules;
        // What PowerShell tells its makers is no part of what is measured.
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        var watch = Stopwatch.StartNew();
        string output = await RunAsync(start).ConfigureAwait(false);
        return (watch.Elapsed, output);
    }
}
