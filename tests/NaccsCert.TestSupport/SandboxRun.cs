using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport;

/// <summary>One run of the sandbox's program, from its start to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record SandboxRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program with its input closed.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Gives up, and ends the process.</param>
    public static async Task<SandboxRun> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        ProcessStartInfo startInfo = SandboxProgram.Start(arguments);
        home.ApplyTo(startInfo);
        using Process process = Process.Start(startInfo)!;
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return new SandboxRun(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
