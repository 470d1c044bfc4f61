namespace NaccsCert.PSHost;

/// <summary>The exit codes that the host itself gives; a script's <c>exit N</c> gives its own.</summary>
internal static class ExitCode
{
    /// <summary>The script or command ran to its end.</summary>
    public const int Success = 0;

    /// <summary>A terminating error, or a command whose last statement failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line was not understood (EX_USAGE of sysexits.h, as pwsh gives it).</summary>
    public const int Usage = 64;

    /// <summary>Stopped by Ctrl+C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM: 128 + 15.</summary>
    public const int Terminated = 143;
}
