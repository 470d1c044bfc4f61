using System;
using System.Runtime.InteropServices;
using Xunit.Runner.InProc.SystemConsole;

namespace NaccsCert.Tests;

/// <summary>Runs the tests of this assembly.</summary>
internal static class Program
{
    /// <summary>Runs them as the arguments say.</summary>
    public static int Main(string[] args)
    {
        int status = ConsoleRunner.Run(args).GetAwaiter().GetResult();
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
