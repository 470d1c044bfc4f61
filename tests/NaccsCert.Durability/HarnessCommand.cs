using System;
using System.CommandLine;
using System.IO;
using System.Threading.Tasks;

namespace NaccsCert.Durability;

/// <summary>The command line.</summary>
internal static class HarnessCommand
{
    /// <summary>Runs the harness.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Where progress and table go.</param>
    /// <returns>The exit code: 0 when nothing was lost, 1 when something was, 2 when it cannot be run.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var seed = new Option<int?>("--seed") { Description = "The seed of the random moments; the table says which one was used." };
        var random = new Option<int>("--random")
        {
            Description = "How many kills at random moments are to strike.",
            DefaultValueFactory = _ => 200,
        };
        var spread = new Option<int>("--spread")
        {
            Description = "At how many bytes of each way faults happen, besides the first and last ones of each turn. 10000 means every byte, and hours.",
            DefaultValueFactory = _ => 20,
        };
        var only = new Option<string?>("--only") { Description = "One phase instead of all." };
        only.AcceptOnlyFromAmong(Harness.PhaseNames);
        var root = new RootCommand("Kills, cuts and starves enrollments, and shows that nothing is ever lost.") { seed, random, spread, only };
        root.SetAction(async (parsed, cancellationToken) =>
        {
            if (!OperatingSystem.IsLinux())
            {
                // Elsewhere certificate stores belong to the account, and could not be thrown away.
                await Console.Error.WriteLineAsync("This needs a home of its own for certificates, which only Linux has.");
                return 2;
            }

            int chosen = parsed.GetValue(seed) ?? Random.Shared.Next();
            return await Harness.RunAsync(
                new HarnessOptions(chosen, parsed.GetValue(random), parsed.GetValue(spread), parsed.GetValue(only)),
                output,
                cancellationToken);
        });

        // Mounts and homes are to be cleared away even when the user wants an end.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }
}
