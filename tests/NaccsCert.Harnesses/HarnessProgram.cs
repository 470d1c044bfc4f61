using System;
using System.CommandLine;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Harnesses.BrowserChoice;
using NaccsCert.Harnesses.Conformance;
using NaccsCert.Harnesses.Durability;
using NaccsCert.Harnesses.Fuzzing;
using NaccsCert.Harnesses.Installer;
using NaccsCert.Harnesses.Networks;
using NaccsCert.Harnesses.SignIn;
using NaccsCert.Harnesses.Wine;

namespace NaccsCert.Harnesses;

/// <summary>Runs the harness that the command line names.</summary>
internal static class HarnessProgram
{
    /// <summary>Runs one harness.</summary>
    /// <param name="arguments">The verb and its options.</param>
    /// <param name="output">Where progress and results go.</param>
    /// <returns>The exit code: 0 when all is as expected, 1 when something is not, 2 when the harness cannot run here.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var root = new RootCommand("Runs the harnesses of NaccsCert: what needs more time, programs or rights than a test may ask for.")
        {
            new DurabilityHarness().ToCommand(output),
            new NetworksHarness().ToCommand(output),
            new SignInHarness().ToCommand(output),
            new BrowserHarness().ToCommand(output),
            new WineHarness().ToCommand(output),
            new InstallerHarness().ToCommand(output),
            ConformanceHarness.ToCommand(output),
            FuzzCommand.Create(output),
        };

        // Processes, mounts and homes are to be cleared away even after Ctrl+C.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }
}
