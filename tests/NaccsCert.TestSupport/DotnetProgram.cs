using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace NaccsCert.TestSupport;

/// <summary>A .NET program of this solution, run as a process of its own.</summary>
public static class DotnetProgram
{
    /// <summary>How to run a program.</summary>
    /// <param name="assemblyFile">The file name of its assembly beside this one, or the whole path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What a process is started from; nothing is redirected.</returns>
    public static ProcessStartInfo StartInfo(string assemblyFile, IEnumerable<string> arguments)
    {
        string folder = Path.GetDirectoryName(typeof(DotnetProgram).Assembly.Location)!;
        var startInfo = new ProcessStartInfo(DotnetHost());
        startInfo.ArgumentList.Add(Path.Combine(folder, assemblyFile));
        foreach (string argument in arguments)
        {
            startInfo.ArgumentList.Add(argument);
        }

        return startInfo;
    }

    // The host of the running framework: it is there even where PATH does not name it.
    private static string DotnetHost() =>
        Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", System.OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
