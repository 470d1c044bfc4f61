using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using NaccsCert.Rehearsal;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>The import of a module and the first call of one of its commands, in a process of their own.</summary>
/// <param name="home">The home folder of the process, whose certificate store is empty.</param>
/// <param name="module">Path of the module.</param>
/// <param name="command">A command of it that writes nothing.</param>
internal sealed class ModuleStart(ScratchHome home, string module, string command)
{
    // The times that the script writes are its only output.
    private readonly string _script =
        $"$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{module}'; {command}; $watch.Elapsed.Ticks";

    /// <summary>Runs it once.</summary>
    /// <exception cref="InvalidOperationException">The process failed; the message has what it wrote.</exception>
    public async Task<EngineTime> RunAsync()
    {
        ProcessStartInfo start = DotnetProgram.StartInfo("NaccsCert.PSHost.dll", ["-NonInteractive", "-Command", _script]);
        start.RedirectStandardOutput = true;
        home.ApplyTo(start);
        var watch = Stopwatch.StartNew();
        using Process engine = Process.Start(start)!;
        string output = await engine.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await engine.WaitForExitAsync().ConfigureAwait(false);
        TimeSpan process = watch.Elapsed;
        return engine.ExitCode == 0 && long.TryParse(output, CultureInfo.InvariantCulture, out long ticks)
            ? new EngineTime(process, new TimeSpan(ticks))
            : throw new InvalidOperationException($"{command} ended with exit code {engine.ExitCode}: {output}");
    }
}
