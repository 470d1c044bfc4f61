using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.Http;
using NaccsCert.PowerShell.Text;
using NaccsCert.Time;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Takes a session to its end for a command, telling each step.</summary>
/// <param name="command">The command, on whose pipeline thread it runs.</param>
internal sealed class SessionRunner(NaccsCommand command)
{
    private readonly HashSet<MessageId> _warned = [];

    /// <summary>Opens a session and runs it.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="activity">What is done, for progress.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="NaccsException">A step failed.</exception>
    public EnrollmentResult Run(Func<EnrollmentSession> open, string activity)
    {
        using EnrollmentSession session = open();
        try
        {
            while (session.NextStep is { } step)
            {
                // A new record each time: hosts and jobs may look at it later.
                command.WriteProgress(new ProgressRecord(1, activity, Messages.Of(step))
                {
                    PercentComplete = PercentBefore(step),
                });
                EnrollmentEvent done = command.Await(session.AdvanceAsync);
                Tell(done.Exchanges, done.Story);
                Warn(done);
            }

            return session.Result;
        }
        catch (NaccsException)
        {
            Tell(session.TakeExchanges(), session.TakeStory());
            throw;
        }
        finally
        {
            command.WriteProgress(new ProgressRecord(1, activity, " ") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <summary>How much of an enrolment is done when a step begins.</summary>
    public static int PercentBefore(EnrollmentStep step) => (int)step * 100 / ((int)EnrollmentStep.Complete + 1);

    private void Warn(EnrollmentEvent done)
    {
        // Told at once, before it becomes a certificate that is not valid yet, or a server that is not any more.
        if (done.ClockSkew is { } skew && ClockSkew.IsTooMuch(skew))
        {
            WarnOnce(MessageId.ClockSkewed, Math.Round(skew.TotalMinutes));
        }

        // A renewal will be refused for a client certificate that the service never saw.
        if (done.InspectedBy is { } inspector)
        {
            WarnOnce(MessageId.TlsInspected, inspector);
        }
    }

    private void WarnOnce(MessageId message, object argument)
    {
        if (_warned.Add(message))
        {
            command.WriteWarning(Messages.Of(message, argument));
        }
    }

    // The story is for the support desk, the exchanges are for those who look into the network.
    private void Tell(IReadOnlyList<HttpExchange> exchanges, IReadOnlyList<string> story)
    {
        foreach (HttpExchange exchange in exchanges)
        {
            command.WriteDebug(string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1}: {2} ({3:F0} ms)",
                exchange.Method,
                exchange.Url,
                exchange.StatusCode,
                exchange.Duration.TotalMilliseconds));
        }

        foreach (string sentence in story)
        {
            command.WriteVerbose(sentence);
        }
    }
}
