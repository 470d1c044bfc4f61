using System;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Transport;

/// <summary>
/// Runs what the platform cannot end once it has begun, such as resolving a name or asking a PAC file: whoever waits for it may
/// leave before the platform has come back.
/// </summary>
internal static class BlockingCall
{
    /// <summary>Runs a call on a thread of its own.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting for it.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public static Task<T> RunAsync<T>(Func<T> call, CancellationToken cancellationToken) => WaitAsync(
        Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default), cancellationToken);

    /// <summary>Runs a call that is asynchronous, but may block before it is.</summary>
    /// <typeparam name="T">What it gives; disposed of when nobody takes it any more.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting for it.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public static Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
        where T : IDisposable => WaitAsync(Task.Run(call, CancellationToken.None), cancellationToken);

    private static async Task<T> WaitAsync<T>(Task<T> running, CancellationToken cancellationToken)
    {
        var leaving = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => leaving.TrySetResult(true)))
        {
            await Task.WhenAny(running, leaving.Task).ConfigureAwait(false);
        }

        if (running.IsCompleted)
        {
            return await running.ConfigureAwait(false);
        }

        _ = running.ContinueWith(Abandon, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        throw new OperationCanceledException(cancellationToken);
    }

    // An exception that nobody looks at would be told of when the garbage is collected.
    private static void Abandon<T>(Task<T> ended)
    {
        if (ended.Status == TaskStatus.RanToCompletion)
        {
            (ended.Result as IDisposable)?.Dispose();
        }
        else
        {
            _ = ended.Exception;
        }
    }
}
