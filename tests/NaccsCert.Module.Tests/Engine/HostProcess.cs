using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>The engine host as a process of its own, which is what a user of the quick start runs.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;

    /// <summary>Starts the host that was built beside the tests.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="home">Its home; null for the one that the tests share.</param>
    /// <param name="variables">Further environment variables; null for none.</param>
    public HostProcess(
        IEnumerable<string> arguments, ScratchHome? home = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        ProcessStartInfo start = DotnetProgram.StartInfo("NaccsCert.PSHost.dll", arguments);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardInputEncoding = Utf8;
        start.StandardOutputEncoding = Utf8;
        start.StandardErrorEncoding = Utf8;
        if (OperatingSystem.IsLinux())
        {
            HearInterrupts(start);
        }

        home?.ApplyTo(start);
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>The id to which a signal can be sent.</summary>
    public int Id => _process.Id;

    /// <summary>Runs the host to its end.</summary>
    /// <param name="input">Its standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Gives up waiting, and ends the process.</param>
    /// <param name="home">Its home; null for the one that the tests share.</param>
    /// <param name="variables">Further environment variables; null for none.</param>
    public static async Task<HostRun> RunAsync(
        string input,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        ScratchHome? home = null,
        IReadOnlyDictionary<string, string>? variables = null)
    {
        using var process = new HostProcess(arguments, home, variables);
        await process._process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process._process.StandardInput.Close();
        return await process.EndAsync(cancellationToken);
    }

    /// <summary>Reads standard output up to a text that is known to come.</summary>
    public async Task ReadUntilAsync(string text, CancellationToken cancellationToken)
    {
        var read = new StringBuilder();
        var buffer = new char[1];
        while (!read.ToString().EndsWith(text, StringComparison.Ordinal))
        {
            if (await _process.StandardOutput.ReadAsync(buffer, cancellationToken) == 0)
            {
                throw new EndOfStreamException($"'{text}' never came: {read}");
            }

            read.Append(buffer[0]);
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and what was written and not yet read.</returns>
    public async Task<HostRun> EndAsync(CancellationToken cancellationToken)
    {
        Task<string> output = _process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = _process.StandardError.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return new HostRun(_process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
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

    // A background job of a shell is started deaf to SIGINT, and so would be whatever it starts.
    private static void HearInterrupts(ProcessStartInfo start)
    {
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "--default-signal=INT");
        start.FileName = "env";
    }
}
