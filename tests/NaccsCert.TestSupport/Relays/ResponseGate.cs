using System;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Relays;

/// <summary>Holds responses back while it is closed: the filter for a service as slow as a test needs it. It begins open.</summary>
/// <param name="closesAt">What closes it by itself, once, asked before anything of a client is passed on; null for nothing.</param>
internal sealed class ResponseGate(Func<bool>? closesAt = null) : IRelayFilter
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _gate = Opened();
    private Func<bool>? _closesAt = closesAt;

    /// <summary>Ends when a client has sent something while the gate was closed, and so waits for a response.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Holds responses back.</summary>
    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets responses through.</summary>
    public void Open() => _gate.TrySetResult();

    /// <inheritdoc/>
    public async ValueTask<RelayedChunk> FilterAsync(RelayDirection direction, Memory<byte> chunk, CancellationToken cancellationToken)
    {
        if (direction == RelayDirection.Up && _closesAt?.Invoke() == true)
        {
            _closesAt = null;
            Close();
        }

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

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}
