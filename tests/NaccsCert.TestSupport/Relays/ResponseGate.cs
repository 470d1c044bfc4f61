using System;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Relays;

/// <summary>Holds responses back while it is closed: the filter for a service as slow as a test needs it. It begins open.</summary>
internal sealed class ResponseGate : IRelayFilter
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens it.</summary>
    public ResponseGate() => Open();

    /// <summary>Ends when a client has sent something while the gate was closed, and so waits for a response.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Holds responses back.</summary>
    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets responses through.</summary>
    public void Open() => _gate.TrySetResult();

    /// <inheritdoc/>
    public async ValueTask<RelayedChunk> FilterAsync(RelayDirection direction, Memory<byte> chunk, CancellationToken cancellationToken)
    {
        if (direction == RelayDirection.Down)
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        else if (!_gate.Task.IsCompleted)
        {
            _reached.TrySetResult();
        }

        return new RelayedChunk(chunk);
    }
}
