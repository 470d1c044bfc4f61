using System;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Threading;

namespace NaccsCert.PSHost;

/// <summary>Turns Ctrl+C and SIGTERM into a clean stop of the pipeline. A second signal ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>The exit code that the first signal asks for; null while there was none.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Stops <paramref name="pipeline"/> on a signal, until the result is disposed.</summary>
    public IDisposable StopOnSignal(PowerShell pipeline) => new Registrations(this, pipeline);

    /// <inheritdoc/>
    public void Dispose() => _stopped.Dispose();

    private void Receive(PosixSignalContext signal, int exitCode, PowerShell pipeline)
    {
        if (ExitCode is not null)
        {
            return;
        }

        signal.Cancel = true;
        ExitCode = exitCode;
        _stopped.Cancel();
        pipeline.BeginStop(null, null);
    }

    private sealed class Registrations(StopSignals owner, PowerShell pipeline) : IDisposable
    {
        private readonly PosixSignalRegistration _interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT, signal => owner.Receive(signal, NaccsCert.PSHost.ExitCode.Interrupted, pipeline));

        private readonly PosixSignalRegistration _terminate = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM, signal => owner.Receive(signal, NaccsCert.PSHost.ExitCode.Terminated, pipeline));

        public void Dispose()
        {
            _interrupt.Dispose();
            _terminate.Dispose();
        }
    }
}
