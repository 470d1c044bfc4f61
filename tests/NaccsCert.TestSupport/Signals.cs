using System.Runtime.InteropServices;

namespace NaccsCert.TestSupport;

/// <summary>The one thing about signals that the framework does not offer: sending one.</summary>
internal static partial class Signals
{
    private const int Sigterm = 15;

    /// <summary>Asks a process to end.</summary>
    /// <returns>False if there is no such process.</returns>
    public static bool Terminate(int processId) => SendSignal(processId, Sigterm) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int processId, int signal);
}
