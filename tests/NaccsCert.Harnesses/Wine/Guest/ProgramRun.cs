using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Wine.Guest;

/// <summary>A program that was run, and has ended.</summary>
/// <param name="ExitCode">Its exit code; null when it was ended because it took too long.</param>
/// <param name="Text">What it wrote, to standard output and then to standard error.</param>
internal sealed record ProgramRun(int? ExitCode, string Text)
{
    /// <summary>Runs a program.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">All variables that it gets.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ProgramRun> RunAsync(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan patience,
        CancellationToken cancellationToken)
    {
        using Process process = Process.Start(StartInfo(file, arguments, environment))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ProgramRun(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProgramRun(null, $"{file} took longer than {patience}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // Nothing of the environment of whoever runs this is to get in: not a display, and no setting of .NET.
    private static ProcessStartInfo StartInfo(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
