using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.PowerShell;

/// <summary>Runs PowerShell as a process with redirected streams.</summary>
internal sealed class PowerShellProcess : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts PowerShell.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <param name="home">Its home; null for that of this process.</param>
    /// <param name="variables">Further environment variables, null ones to be removed; null for none.</param>
    public PowerShellProcess(
        IEnumerable<string> arguments, ScratchHome? home = null, IReadOnlyDictionary<string, string?>? variables = null)
    {
        ProcessStartInfo start = PowerShellProgram.StartInfo(arguments);
        PowerShellProgram.Prepare(start, home, variables);

        _process = Process.Start(start)!;
    }

    /// <summary>Runs PowerShell to its end.</summary>
    /// <param name="input">Its standard input.</param>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <param name="home">Its home; null for that of this process.</param>
    /// <param name="variables">Further environment variables, null ones to be removed; null for none.</param>
    public static async Task<ProcessRun> RunAsync(
        string input,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        ScratchHome? home = null,
        IReadOnlyDictionary<string, string?>? variables = null)
    {
        using var process = new PowerShellProcess(arguments, home, variables);
        await process._process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process._process.StandardInput.Close();
        return await process.EndAsync(cancellationToken);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and what was written.</returns>
    public async Task<ProcessRun> EndAsync(CancellationToken cancellationToken)
    {
        Task<string> output = _process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = _process.StandardError.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return new ProcessRun(_process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    /// <summary>Ends the process where it has not ended.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
