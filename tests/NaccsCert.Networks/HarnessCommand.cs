using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Networks.Proxies;

namespace NaccsCert.Networks;

/// <summary>The command line.</summary>
internal static class HarnessCommand
{
    /// <summary>Runs the harness.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Where the table goes.</param>
    /// <returns>The exit code: 0 when all is as expected, 1 when something is not, 2 when it cannot be run.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var only = new Option<string?>("--only") { Description = "Only rows whose proxy or credential has this text." };
        var root = new RootCommand("Enrolls, renews and checks through real proxies, and shows what comes of it.") { only };
        root.SetAction(async (parsed, cancellationToken) =>
        {
            if (Missing() is { } missing)
            {
                await Console.Error.WriteLineAsync(missing);
                return 2;
            }

            return await Harness.RunAsync(parsed.GetValue(only), output, cancellationToken);
        });

        // Proxies are to be ended even when the user wants an end.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    private static string? Missing() =>
        !OperatingSystem.IsLinux() ? "This needs Linux: Debian's squid, and a home of its own for certificates."
        : SquidPrograms.All.FirstOrDefault(program => !File.Exists(program)) is { } program
            ? $"{program} is missing: install Debian's packages squid, apache2-utils and winbind."
        : null;
}
