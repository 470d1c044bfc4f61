using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>
/// Runs asynchronous work for a command, and on the pipeline thread what that work asks of the host meanwhile: only that thread may
/// write to a pipeline or prompt. It is there until the work has ended, also after Ctrl+C.
/// </summary>
/// <param name="stopping">Is cancelled by Ctrl+C.</param>
internal sealed class PipelinePump(CancellationToken stopping)
{
    private readonly BlockingCollection<Action> _actions = [];

    /// <summary>Is cancelled by Ctrl+C.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>Has something done on the pipeline thread, in the order of the calls; does not wait for it.</summary>
    public void Post(Action action) => _actions.Add(action, CancellationToken.None);

    /// <summary>Has something done on the pipeline thread, and waits for what it gives.</summary>
    /// <param name="action">What is to be done; not begun any more once the waiting is ended.</param>
    /// <param name="cancellationToken">Ends the waiting: once the pipeline thread shows nothing more, nobody would do it.</param>
    public async Task<T> InvokeAsync<T>(Func<T> action, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration ending = cancellationToken.Register(() => done.TrySetCanceled(cancellationToken));
        Post(() =>
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                done.TrySetResult(action());
            }
            catch (Exception)
            {
                // It ends the pipeline, and the work with it, which need not know why.
                done.TrySetCanceled(CancellationToken.None);
                throw;
            }
        });
        return await done.Task.ConfigureAwait(false);
    }

    /// <summary>Runs the work to its end on the pool, and on this thread what it posts.</summary>
    /// <param name="work">The work; its token is cancelled by Ctrl+C, and when something that it posted fails.</param>
    /// <returns>What the work gave.</returns>
    public T Run<T>(Func<CancellationToken, Task<T>> work)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        (CultureInfo culture, CultureInfo uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Task<T> running = Task.Run(
            () =>
            {
                CultureFlow.Keep(culture, uiCulture);
                return work(ending.Token);
            },
            CancellationToken.None);
        _ = running.ContinueWith(
            _ => _actions.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            foreach (Action action in _actions.GetConsumingEnumerable(CancellationToken.None))
            {
                action();
            }
        }
        catch (Exception)
        {
            // What cannot be shown ends the work, and the work is waited for: nothing of it goes on in the background.
            ending.Cancel();
            ((IAsyncResult)running).AsyncWaitHandle.WaitOne();
            throw;
        }

        return running.GetAwaiter().GetResult();
    }
}
