using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>Has a new task run once: one that fails would do so every hour, without a window and with nobody to see it.</summary>
/// <param name="scheduler">Where the task is registered.</param>
/// <param name="inspector">Shows what came of it.</param>
/// <param name="clock">The present moment.</param>
/// <param name="wait">Lets time pass.</param>
internal sealed class ReminderFirstRun(
    ITaskScheduler scheduler, ReminderInspector inspector, IClock clock, Func<TimeSpan, CancellationToken, Task> wait)
{
    // Windows PowerShell starts within a few seconds, and longer where everything is scanned. A run that shows a notice or
    // renews may go on for minutes: it has reached the reminder, and is left to it.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs the task, and waits for its end in bounded time.</summary>
    /// <param name="taskName">Its name.</param>
    /// <param name="cancellationToken">Ends the waiting; the task goes on.</param>
    /// <returns>Why it failed, and what to do; null when it did not, or is not known to have.</returns>
    public async Task<string?> RunAsync(string taskName, CancellationToken cancellationToken)
    {
        string? failure = await TryAsync(taskName, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            NaccsCertEventSource.Log.ReminderTaskFailed(taskName, failure);
        }

        return failure;
    }

    private async Task<string?> TryAsync(string taskName, CancellationToken cancellationToken)
    {
        DateTimeOffset start = clock.UtcNow;
        try
        {
            scheduler.Run(taskName);
        }
        catch (NaccsException exception)
        {
            return $"{exception.Message} {exception.RecommendedAction}";
        }

        do
        {
            await wait(Interval, cancellationToken).ConfigureAwait(false);
            if (scheduler.Read(taskName) is not { } task)
            {
                return null;
            }

            if (task.State == TaskRunState.Missing || task.EndedSince(start))
            {
                NaccsRenewalReminder reminder = inspector.Show();
                return reminder.Status == ReminderStatus.Failing ? reminder.Reason : null;
            }
        }
        while (clock.UtcNow - start < MaxWait);

        return null;
    }
}
