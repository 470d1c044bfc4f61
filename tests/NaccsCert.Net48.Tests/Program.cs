using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using NaccsCert.Tests.Desktop;
using Xunit.Runner.InProc.SystemConsole;

namespace NaccsCert.Tests;

/// <summary>Runs the tests of this assembly, or what the networks harness asks for.</summary>
internal static class Program
{
    /// <summary>Runs what the arguments say.</summary>
    public static int Main(string[] args)
    {
        Task<int> running = args.FirstOrDefault() == FetchProgram.Command ? FetchProgram.RunAsync(args) : ConsoleRunner.Run(args);
        int status = running.GetAwaiter().GetResult();
        if (Environment.OSVersion.Platform == PlatformID.Unix)
        {
            // Mono aborts when a thread of its pool sets a timer while it shuts down, and the runner leaves such a thread.
            Leave(status);
        }

        return status;
    }

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void Leave(int status);
}
