using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Connectivity;

/// <summary>Runs calls that block, a few at a time, however many hosts there are (<see cref="BlockingCall"/>).</summary>
internal sealed class BlockingCalls : IDisposable
{
    private const int AtOnce = 16;

    private readonly SemaphoreSlim _threads = new(AtOnce);

    /// <summary>Runs a call.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="call">The call, which cannot be ended.</param>
    /// <param name="cancellationToken">Ends the waiting for it.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public async Task<T> RunAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await _threads.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await BlockingCall.RunAsync(() => RunAndRelease(call), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _threads.Dispose();

    private T RunAndRelease<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        finally
        {
            Release();
        }
    }

    // A call may come back long after everybody has left.
    private void Release()
    {
        try
        {
            _threads.Release();
        }
        catch (ObjectDisposedException)
        {
            return;
        }
    }
}
