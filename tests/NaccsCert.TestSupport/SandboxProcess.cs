using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport;

/// <summary>A sandbox that runs as a child process. It ends with this process, however this process ends.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    private const string Listening = "listening ";
    private const string CodesAt = "codes ";

    private readonly Process _process;
    private readonly ScratchHome _home;
    private readonly ScratchDirectory? _ownData;
    private readonly StringBuilder _errors = new();
    private bool _hasStarted;

    private SandboxProcess(Process process, ScratchHome home, ScratchDirectory? ownData, string dataDirectory)
    {
        _process = process;
        _home = home;
        _ownData = ownData;
        DataDirectory = dataDirectory;
        _process.ErrorDataReceived += (_, line) => KeepError(line.Data);
    }

    /// <summary>The sandbox's data folder.</summary>
    public string DataDirectory { get; }

    /// <summary>The root of its addresses, <c>https://127.0.0.1:PORT/</c>.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The code sets that it was given or has made.</summary>
    public IReadOnlyList<CodeSet> Codes { get; private set; } = [];

    /// <summary>The service definition that points a client at it.</summary>
    public string ServiceDefinitionPath => Path.Combine(DataDirectory, "service.json");

    /// <summary>The certificate of its client CA, PEM.</summary>
    public string ClientCaPath => Path.Combine(DataDirectory, "client-ca.pem");

    /// <summary>The root of its TLS certificate, PEM.</summary>
    public string TlsRootPath => Path.Combine(DataDirectory, "tls-root.pem");

    /// <summary>Starts a sandbox and waits until it listens.</summary>
    /// <param name="options">How it is to be started.</param>
    /// <param name="cancellationToken">Gives up, and ends the process.</param>
    /// <exception cref="InvalidOperationException">It ended before it listened. The message has what it wrote to standard error.</exception>
    public static async Task<SandboxProcess> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ScratchDirectory? ownData = options.DataDirectory is null ? new ScratchDirectory() : null;
        string dataDirectory = options.DataDirectory ?? ownData!.FullPath;
        var home = new ScratchHome();
        ProcessStartInfo startInfo = SandboxProgram.Start(SandboxProgram.Serve(options, dataDirectory));
        home.ApplyTo(startInfo);
        var sandbox = new SandboxProcess(new Process { StartInfo = startInfo }, home, ownData, dataDirectory);
        try
        {
            await sandbox.StartAsync(options.CodesFile, cancellationToken).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the process at once (SIGKILL), and waits until it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends the process in good order: SIGTERM, or on Windows the end of its input.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows() || !Signals.Terminate(_process.Id))
        {
            _process.StandardInput.Close();
        }

        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Revokes a certificate, with the sandbox's own command.</summary>
    /// <param name="serialNumber">Its serial number in hexadecimal.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidOperationException">The sandbox has not issued such a certificate.</exception>
    public async Task RevokeAsync(string serialNumber, CancellationToken cancellationToken)
    {
        SandboxRun run = await SandboxRun.RunAsync(["revoke", "--data", DataDirectory, "--serial", serialNumber], cancellationToken).ConfigureAwait(false);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(run.Error);
        }
    }

    /// <summary>Ends the process if it still runs, and removes what was made for it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_hasStarted && !_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
        _home.Dispose();
        _ownData?.Dispose();
    }

    private async Task StartAsync(string? codesFile, CancellationToken cancellationToken)
    {
        _process.Start();
        _hasStarted = true;
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith(CodesAt, StringComparison.Ordinal))
            {
                codesFile = line[CodesAt.Length..];
            }
            else if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                Url = new Uri(line[Listening.Length..]);
                Codes = codesFile is null ? [] : CodeFile.Read(codesFile);
                return;
            }
        }

        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException($"The sandbox ended with exit code {_process.ExitCode}: {_errors}");
    }

    private void KeepError(string? line)
    {
        if (line is not null)
        {
            _errors.AppendLine(line);
        }
    }
}
