using System;
using System.CommandLine;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using NaccsCert.Wine.Guest;

namespace NaccsCert.Wine;

/// <summary>The command line.</summary>
internal static class HarnessCommand
{
    /// <summary>Runs the harness.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Where the table goes.</param>
    /// <returns>The exit code: 0 when all is as expected, 1 when something is not, 2 when it cannot be run.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var root = new RootCommand("Runs the module under Wine, and shows what of Windows it gets along with.");
        root.SetAction(async (_, cancellationToken) =>
        {
            if (WinePrograms.Find() is not { } programs)
            {
                await Console.Error.WriteLineAsync(
                    RuntimeInformation.OSArchitecture == Architecture.X64 && OperatingSystem.IsLinux()
                        ? "Wine is missing: install Debian's packages wine64 and libgnutls30."
                        : "This needs Linux on x64, and Wine.");
                return 2;
            }

            return await Harness.RunAsync(programs, output, cancellationToken);
        });

        // What runs under Wine is to be ended even when the user wants an end.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }
}
