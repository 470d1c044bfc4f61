using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses;

/// <summary>Shows something of the module that needs more than a test: a verb of the command line with its options.</summary>
/// <param name="verb">The verb.</param>
/// <param name="description">What it does, for the help of the command line.</param>
internal abstract class Harness(string verb, string description)
{
    private const int CannotRun = 2;

    /// <summary>The options.</summary>
    protected virtual IReadOnlyList<Option> Options => [];

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where progress and results go.</param>
    public Command ToCommand(TextWriter output)
    {
        var command = new Command(verb, description);
        foreach (Option option in Options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Missing() is { } missing)
            {
                await Console.Error.WriteLineAsync(missing);
                return CannotRun;
            }

            return await RunAsync(parsed, output, cancellationToken);
        });
        return command;
    }

    /// <summary>Tells why it cannot run on this machine.</summary>
    /// <returns>The reason, and what to install; null when it can run.</returns>
    protected abstract string? Missing();

    /// <summary>Runs it.</summary>
    /// <param name="parsed">The options as they were given.</param>
    /// <param name="output">Where progress and results go.</param>
    /// <param name="cancellationToken">Ends it, and all that it has started.</param>
    /// <returns>The exit code: 0 when all is as expected, else 1.</returns>
    protected abstract Task<int> RunAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken);
}
