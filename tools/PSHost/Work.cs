namespace NaccsCert.PSHost;

/// <summary>The script text that the engine is given.</summary>
/// <remarks>
/// The engine resets <c>$?</c> when a pipeline has ended, so the text itself must look at it and say <c>exit</c>.
/// </remarks>
internal static class Work
{
    /// <summary>
    /// A command as it stands, which fails where its last statement failed; or the call of a script file, which
    /// passes on what the file's own <c>exit</c> said. A file whose parameters could not be bound never ran, so it
    /// said nothing, and fails.
    /// </summary>
    public static string TextOf(CommandLine commandLine) => commandLine.File is null
        ? $"{commandLine.Command}\nif (-not $?) {{ exit {ExitCode.Failure} }}"
        : $"& {ScriptArguments.Literal(commandLine.File)} {ScriptArguments.Quote(commandLine.Arguments)}\n"
            + $"if (-not $?) {{ exit $LASTEXITCODE ?? {ExitCode.Failure} }}";
}
