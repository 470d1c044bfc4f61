using System;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that take an enrollment to its end: retries, waiting, and telling each step.</summary>
public abstract class SessionCommand : NetworkCommand
{
    private static readonly TimeSpan MaxRetryTime = TimeSpan.FromMinutes(2);

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
        Retry = new RetryPolicy(MaximumRetryCount, TimeSpan.FromSeconds(RetryIntervalSec), MaxRetryTime),
    };

    /// <summary>Takes sessions to their end, one after the other while the service lets wait, telling each step.</summary>
    private protected EnrollmentResult Run(Func<EnrollmentSession> open, string activity)
    {
        DateTimeOffset end = Clock.UtcNow + TimeSpan.FromSeconds(TimeoutSec);
        using var progress = new SessionProgress(this, activity);
        while (true)
        {
            EnrollmentResult result = Online(() => _runner.Run(open, progress));
            if (!Wait || result is not { Status: EnrollmentStatus.Pending, NextAttempt: { } next } || next > end)
            {
                return result;
            }

            WaitUntil(next, progress);
        }
    }

    /// <summary>Finishes first what the service has answered already: a crash may have come in between.</summary>
    /// <param name="codes">The codes that are about to be used, whose own enrollment is gone on with anyway.</param>
    private protected void FinishAnswered(AuthenticationCodes? codes)
    {
        foreach (string id in PendingEnrollments.Answered(NewEnvironment(), Definition.Name, codes))
        {
            Attempt(() => Finish(id));
        }
    }

    /// <summary>
    /// Finishes the renewals that were interrupted at their very end: they have left no certificate that is due, and so no
    /// other occasion.
    /// </summary>
    private protected void FinishInterruptedRenewals()
    {
        Attempt(() => Await(token => PendingEnrollments.CleanUpAsync(NewEnvironment(), Definition.Name, token)));
        if (PendingEnrollments.Answered(NewEnvironment(), Definition.Name, null).Count > 0
            && ShouldProcess(Definition.Name, MessageId.ActionResume))
        {
            FinishAnswered(null);
        }
    }

    private void Finish(string id)
    {
        try
        {
            WriteObject(Run(
                () => EnrollmentSession.Resume(NewEnvironment(), Definition, id, null, Options()),
                CommandText.Format(MessageId.ActivityResume)));
        }
        catch (NaccsException exception) when (exception.ErrorId == ErrorId.EnrollmentNotFound)
        {
            // Another process was at it, and has finished it meanwhile.
            WriteVerbose(exception.Message);
        }
    }

    private void WaitUntil(DateTimeOffset moment, SessionProgress progress)
    {
        for (TimeSpan left = moment - Clock.UtcNow; left > TimeSpan.Zero; left = moment - Clock.UtcNow)
        {
            progress.Wait(left);

            // Pauses are whole milliseconds: what is less would be none, and this would run in circles until it is over.
            Pause(left < TimeSpan.FromSeconds(1) ? left + TimeSpan.FromMilliseconds(1) : TimeSpan.FromSeconds(1));
        }
    }
}
