using System;
using System.Globalization;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

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
        (TimeSpan process, string output) = await PowerShellTimer.RunAsync(home, ["-Command", _script]).ConfigureAwait(false);
        return new EngineTime(process, new TimeSpan(long.Parse(output, CultureInfo.InvariantCulture)));
    }
}
