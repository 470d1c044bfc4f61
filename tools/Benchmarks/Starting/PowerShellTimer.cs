using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>Times PowerShell processes from their start to their end.</summary>
internal static class PowerShellTimer
{
    /// <summary>Runs a process once.</summary>
    /// <param name="home">The home folder of the process.</param>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <returns>How long it took, and what it wrote.</returns>
    /// <exception cref="InvalidOperationException">The process failed; the message has what it wrote.</exception>
    public static async Task<(TimeSpan Time, string Output)> RunAsync(ScratchHome home, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = PowerShellProgram.StartInfo(["-NonInteractive", .. arguments]);
        start.RedirectStandardOutput = true;
        home.ApplyTo(start);
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        TimeSpan time = watch.Elapsed;
        return process.ExitCode == 0
            ? (time, output)
            : throw new InvalidOperationException($"PowerShell ended with exit code {process.ExitCode}: {output}");
    }
}
