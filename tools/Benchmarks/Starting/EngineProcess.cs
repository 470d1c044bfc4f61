using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>A process with a PowerShell engine, from its start to its end.</summary>
internal static class EngineProcess
{
    /// <summary>Runs it once.</summary>
    /// <param name="home">The home folder of the process.</param>
    /// <param name="arguments">What it is to run.</param>
    /// <returns>How long it took, and what it wrote.</returns>
    /// <exception cref="InvalidOperationException">The process failed; the message has what it wrote.</exception>
    public static async Task<(TimeSpan Time, string Output)> RunAsync(ScratchHome home, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = DotnetProgram.StartInfo("NaccsCert.PSHost.dll", ["-NonInteractive", .. arguments]);
        start.RedirectStandardOutput = true;
        home.ApplyTo(start);
        var watch = Stopwatch.StartNew();
        using Process engine = Process.Start(start)!;
        string output = await engine.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await engine.WaitForExitAsync().ConfigureAwait(false);
        TimeSpan time = watch.Elapsed;
        return engine.ExitCode == 0
            ? (time, output)
            : throw new InvalidOperationException($"The engine ended with exit code {engine.ExitCode}: {output}");
    }
}
