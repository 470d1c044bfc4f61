using System;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows how far an enrollment is, over all the sessions and waits that it takes: never backwards, and completed at the end.</summary>
/// <param name="command">The command, on whose pipeline thread it runs.</param>
/// <param name="activity">What is done.</param>
internal sealed class SessionProgress(NaccsCommand command, string activity) : IDisposable
{
    private EnrollmentStep _step;
    private int _percent;

    /// <summary>Shows that a step begins.</summary>
    /// <param name="step">The step.</param>
    public void Enter(EnrollmentStep step)
    {
        _step = step;
        _percent = Math.Max(_percent, (int)step * 100 / ((int)EnrollmentStep.Complete + 1));
        command.WriteProgress(Record());
    }

    /// <summary>Shows that the service is waited for.</summary>
    /// <param name="left">How long.</param>
    public void Wait(TimeSpan left)
    {
        _step = EnrollmentStep.Wait;
        ProgressRecord record = Record();
        record.SecondsRemaining = (int)Math.Ceiling(left.TotalSeconds);
        command.WriteProgress(record);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ProgressRecord record = Record();
        record.RecordType = ProgressRecordType.Completed;
        command.WriteProgress(record);
    }

    // A new record each time: hosts and jobs may look at it later.
    private ProgressRecord Record() => new(1, activity, CommandText.Format(_step)) { PercentComplete = _percent };
}
