using System;
using System.CommandLine;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The command line: what is asked, and how a failure is told.</summary>
internal static class SandboxCommand
{
    private const int UsageError = 2;
    private const int Failure = 1;

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where the one line about a failure goes.</param>
    /// <returns>The exit code: 0 done, 1 failed, 2 not understood.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("A certificate service for rehearsal and tests. It speaks EST (RFC 7030) or SCEP (RFC 8894) and issues worthless certificates.")
        {
            ServeCommand.Create(),
            RevokeCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync(parsed.Errors[0].Message);
            return UsageError;
        }

        // The web host listens for Ctrl+C and SIGTERM itself, and says when it has ended.
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception exception) when (IsAboutTheDataFolder(exception))
        {
            await error.WriteLineAsync(exception.Message);
            return Failure;
        }
    }

    // What a damaged, foreign or unwritable data folder throws: worth a line, not a stack trace.
    private static bool IsAboutTheDataFolder(Exception exception) =>
        exception is SandboxException or SqliteException or IOException or UnauthorizedAccessException or CryptographicException;
}
