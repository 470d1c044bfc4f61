using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>Controls a process that is to be killed, with a home of its own.</summary>
internal sealed class KilledProcessRun : IDisposable
{
    private const string AssemblyFile = "NaccsCert.Harnesses.dll";

    /// <summary>Longer than the library's longest exchange: who has not ended by then hangs.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(150);

    private readonly Process _process;

    private KilledProcessRun(Process process) => _process = process;

    /// <summary>Starts a process.</summary>
    /// <param name="environment">The variables that give it its home.</param>
    /// <param name="prefix">A program with arguments that starts it, for another user; empty for none.</param>
    public static KilledProcessRun Start(IReadOnlyDictionary<string, string> environment, params string[] prefix)
    {
        ProcessStartInfo start = Prefixed(DotnetProgram.StartInfo(AssemblyFile, [KilledProgram.Name]), prefix);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new KilledProcessRun(Process.Start(start)!);
    }

    /// <summary>Gives an order and waits for the report.</summary>
    /// <returns>The report; null when the process was killed.</returns>
    /// <exception cref="TimeoutException">The process hangs.</exception>
    public async Task<Report?> RunAsync(Order order)
    {
        using var patience = new CancellationTokenSource(LockTimeout);
        try
        {
            await GiveAsync(order);
            string? line = await _process.StandardOutput.ReadLineAsync(patience.Token);
            return line is null ? null : JsonSerializer.Deserialize<Report>(line);
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw new TimeoutException($"The process has not ended after {LockTimeout}.");
        }
    }

    /// <summary>Gives an order, and does not wait.</summary>
    public async Task GiveAsync(Order order)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>SIGKILL, and the wait until it is gone.</summary>
    /// <returns>Whether it was still at work: it has reported nothing.</returns>
    public async Task<bool> KillAtWorkAsync()
    {
        Kill();
        return (await _process.StandardOutput.ReadToEndAsync()).Length == 0;
    }

    /// <summary>SIGKILL, and the wait until it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Prefixed(ProcessStartInfo start, string[] prefix)
    {
        if (prefix.Length == 0)
        {
            return start;
        }

        var prefixed = new ProcessStartInfo(prefix[0]);
        foreach (string argument in (string[])[.. prefix[1..], start.FileName, .. start.ArgumentList])
        {
            prefixed.ArgumentList.Add(argument);
        }

        return prefixed;
    }
}
