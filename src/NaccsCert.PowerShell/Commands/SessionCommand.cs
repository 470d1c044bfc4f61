using System;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.Http;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that take an enrolment to its end: retries, waiting, and telling each step.</summary>
public abstract class SessionCommand : NetworkCommand
{
    private static readonly TimeSpan LongestRetries = TimeSpan.FromMinutes(2);

    private readonly SessionRunner _runner;

    /// <summary>Sets the runner up.</summary>
    private protected SessionCommand() => _runner = new SessionRunner(this);

    /// <summary>The store of the current user for the certificate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Leaves the root of the client certificate out of the user's trusted roots.</summary>
    [Parameter]
    public SwitchParameter SkipRootCA { get; set; }

    /// <summary>How many times a fault that may pass is tried again. A refusal never is.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>The seconds before the first retry; they double with each further one, with some chance added.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int RetryIntervalSec { get; set; } = 2;

    /// <summary>Waits for a service that answers later, instead of ending with the status Pending.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The longest wait in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 7 * 24 * 3600)]
    public int TimeoutSec { get; set; } = 3600;

    /// <summary>The user's choices as the library takes them.</summary>
    private protected virtual EnrollmentOptions Options() => new()
    {
        StoreName = StoreName,
        SkipRootCA = IsRootCASkipped(SkipRootCA),
        Retry = new RetryPolicy(MaximumRetryCount, TimeSpan.FromSeconds(RetryIntervalSec), LongestRetries),
    };

    /// <summary>Takes sessions to their end, one after the other while the service lets wait, telling each step.</summary>
    private protected EnrollmentResult Run(Func<EnrollmentSession> open, string activity)
    {
        DateTimeOffset end = Clock.UtcNow + TimeSpan.FromSeconds(TimeoutSec);
        while (true)
        {
            EnrollmentResult result = Online(() => _runner.Run(open, activity));
            if (!Wait || result is not { Status: EnrollmentStatus.Pending, NextAttempt: { } next } || next > end)
            {
                return result;
            }

            WaitUntil(next, activity, result.Reason);
        }
    }

    private void WaitUntil(DateTimeOffset moment, string activity, string reason)
    {
        for (TimeSpan left = moment - Clock.UtcNow; left > TimeSpan.Zero; left = moment - Clock.UtcNow)
        {
            WriteProgress(new ProgressRecord(1, activity, reason) { SecondsRemaining = (int)left.TotalSeconds });
            Pause(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
        }
    }
}
