using System;
using System.Diagnostics;
using System.Threading.Tasks;
using NaccsCert.Rehearsal;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>A script file in a process of its own.</summary>
/// <param name="home">The home folder of the process, whose certificate store is empty.</param>
/// <param name="script">Path of the script.</param>
internal sealed class ScriptStart(ScratchHome home, string script)
{
    /// <summary>Runs it once.</summary>
    /// <returns>The time from the start of the process to its end.</returns>
    /// <exception cref="InvalidOperationException">The process failed; the message has what it wrote.</exception>
    public async Task<TimeSpan> RunAsync()
    {
        ProcessStartInfo start = DotnetProgram.StartInfo("NaccsCert.PSHost.dll", ["-NonInteractive", "-File", script]);
        start.RedirectStandardOutput = true;
        home.ApplyTo(start);
        var watch = Stopwatch.StartNew();
        using Process engine = Process.Start(start)!;
        string output = await engine.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await engine.WaitForExitAsync().ConfigureAwait(false);
        TimeSpan time = watch.Elapsed;
        return engine.ExitCode == 0
            ? time
            : throw new InvalidOperationException($"{script} ended with exit code {engine.ExitCode}: {output}");
    }
}
