using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>Runs the real PowerShell, the version that .config/dotnet-tools.json names, as a whole process each time.</summary>
/// <param name="home">The home folder of the processes.</param>
/// <param name="isCompiled">Whether PowerShell is compiled beforehand, as an installed one is; otherwise as its package has it.</param>
internal sealed class TimedPowerShell(ScratchHome home, bool isCompiled = false)
{
    /// <summary>
    /// Leaves in the home what one session of a quarter of a minute leaves in every user's: PowerShell's cache of modules. Without
    /// one, an import by name waits for somebody else to write it, for 75 ms each time. Each PowerShell has its own.
    /// </summary>
    public Task SettleAsync() => CommandAsync(
        "Import-Module NaccsCert; $before = @(Get-ChildItem $env:XDG_CACHE_HOME/powershell/ModuleAnalysisCache-*).Count; "
        + "while (@(Get-ChildItem $env:XDG_CACHE_HOME/powershell/ModuleAnalysisCache-*).Count -eq $before) { Start-Sleep -Milliseconds 100 }");

    /// <summary>Runs a command.</summary>
    /// <returns>How long the process took, and what it wrote.</returns>
    /// <exception cref="InvalidOperationException">The command has failed.</exception>
    public Task<(TimeSpan Time, string Output)> CommandAsync(string command) => RunAsync("-Command", command);

    /// <summary>Runs a script file.</summary>
    /// <returns>How long the process took, and what it wrote.</returns>
    /// <exception cref="InvalidOperationException">The script has failed.</exception>
    public Task<(TimeSpan Time, string Output)> FileAsync(string path) => RunAsync("-File", path);

    private async Task<(TimeSpan Time, string Output)> RunAsync(params IEnumerable<string> arguments)
    {
        string[] all = ["-NonInteractive", .. arguments];
        ProcessStartInfo start = isCompiled ? PowerShellProgram.StartInfo(all) : PowerShellProgram.UncompiledStartInfo(all);
        home.ApplyTo(start);
        start.Environment["PSModulePath"] = BuildPaths.Modules;
        start.RedirectStandardOutput = true;
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0
            ? (watch.Elapsed, output)
            : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: exit code {process.ExitCode}: {output}");
    }
}
