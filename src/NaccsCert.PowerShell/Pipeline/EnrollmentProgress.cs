using System;
using System.Management.Automation;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>Shows how far an enrollment is, over all its sessions and waits: never backwards, and completed at the end.</summary>
/// <param name="command">The command, on whose pipeline thread this is called.</param>
/// <param name="activity">What is done.</param>
internal sealed class EnrollmentProgress(PSCmdlet command, string activity) : IDisposable
{
    private readonly ProgressBar _bar = new(command);
    private EnrollmentStage _stage;
    private int _percent;

    /// <summary>Shows an event, where it is one of progress.</summary>
    public void Show(EnrollmentEvent happened)
    {
        switch (happened)
        {
            case StageEntered { Stage: var stage }:
                _stage = stage;
                _percent = Math.Max(_percent, (int)stage * 100 / (int)EnrollmentStage.Finished);
                _bar.Draw(Record());
                break;
            case Waiting { Left: var left }:
                _stage = EnrollmentStage.Pending;
                ProgressRecord record = Record();
                record.SecondsRemaining = (int)Math.Ceiling(left.TotalSeconds);
                _bar.Draw(record);
                break;
        }
    }

    /// <summary>Asks something while nothing is shown: a bar would be drawn over the question, or stand above it as if it went on.</summary>
    public T Aside<T>(Func<T> question)
    {
        Hide();
        T answer = question();
        _bar.Draw(Record());
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => Hide();

    private void Hide()
    {
        ProgressRecord record = Record();
        record.RecordType = ProgressRecordType.Completed;
        command.WriteProgress(record);
    }

    // A new record each time: hosts and jobs may look at it later.
    private ProgressRecord Record() => new(1, activity, CommandText.Format(_stage)) { PercentComplete = _percent };
}
