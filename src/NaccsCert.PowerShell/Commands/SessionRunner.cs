using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Takes a session to its end for a command, telling each step.</summary>
/// <param name="command">The command, on whose pipeline thread it runs.</param>
internal sealed class SessionRunner(NaccsCommand command)
{
    private readonly HashSet<MessageId> _warned = [];
    private readonly HashSet<string> _told = [];

    /// <summary>Opens a session and runs it.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="progress">Where its steps are shown.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="NaccsException">A step failed.</exception>
    public EnrollmentResult Run(Func<EnrollmentSession> open, SessionProgress progress)
    {
        using EnrollmentSession session = open();
        try
        {
            while (session.NextStep is { } step)
            {
                progress.Enter(step);
                EnrollmentEvent done = command.Await(session.AdvanceAsync);
                Tell(done);
                Warn(done);
            }

            return session.Result;
        }
        catch (NaccsException)
        {
            Tell(session.TakeFailed());
            throw;
        }
    }

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
            command.WriteWarning(CommandText.Format(message, argument));
        }
    }

    // The story is for the support desk, the exchanges are for those who look into the network.
    private void Tell(EnrollmentEvent done)
    {
        foreach (HttpExchange exchange in done.Exchanges)
        {
            command.WriteDebug(string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1}: {2} ({3:F0} ms)",
                exchange.Method,
                exchange.Url,
                exchange.StatusCode,
                exchange.Duration.TotalMilliseconds));
        }

        // Where it is done is told once, however many sessions it takes.
        foreach (string sentence in done.Setting.Where(_told.Add).Concat(done.Story))
        {
            command.WriteVerbose(sentence);
        }
    }
}
