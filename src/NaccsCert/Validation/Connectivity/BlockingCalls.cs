using System;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Validation.Connectivity;

/// <summary>
/// Runs what the platform cannot do without a thread that waits: resolving a name, asking a PAC file. A few at a time,
/// however many hosts there are; and whoever waits may leave before the platform has come back.
/// </summary>
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
        Task<T> running = Task.Factory.StartNew(
            call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = running.ContinueWith(_ => Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

        // No time is waited here: the delay only stands for the wish to leave, which a call that blocks cannot hear.
        await Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await running.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _threads.Dispose();

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
