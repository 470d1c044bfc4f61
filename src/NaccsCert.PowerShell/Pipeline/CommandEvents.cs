using System;
using System.Collections.Generic;
using System.Management.Automation;
using NaccsCert.Enrollment.Events;
using NaccsCert.PowerShell.Text;
using NaccsCert.Transport;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>
/// Shows the events of an enrollment in a command's streams the moment they happen: sentences for the support desk as verbose
/// text, exchanges as debug text, warnings, results and errors.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="pump">Leads to the pipeline thread.</param>
/// <param name="progress">Shows how far it is; null for nothing.</param>
/// <param name="putOut">Puts out a result.</param>
internal sealed class CommandEvents(PSCmdlet command, PipelinePump pump, EnrollmentProgress? progress, Action<object> putOut)
    : IProgress<EnrollmentEvent>
{
    private readonly HashSet<string> _shown = [];

    /// <inheritdoc/>
    public void Report(EnrollmentEvent value) => pump.Post(() => Show(value));

    private void Show(EnrollmentEvent happened)
    {
        progress?.Show(happened);
        switch (happened)
        {
            case RequestCompleted { Exchange: { } exchange }:
                command.WriteDebug(Describe(exchange));
                break;
            case ClockSkewDetected or TlsInspectionAllowed or CsrAttributesSkipped:
                ShowOnce(EventText.Format(happened)!, command.WriteWarning);
                break;
            case ResultProduced { Result: { } result }:
                putOut(result);
                break;
            case ErrorReported { Error: { } error }:
                command.WriteError(Errors.ErrorRecords.From(error));
                break;
            default:
                ShowVerbose(happened);
                break;
        }
    }

    private void ShowVerbose(EnrollmentEvent happened)
    {
        if (EventText.Format(happened) is not { } sentence)
        {
            return;
        }

        // Where it happens is told once, however many sessions it takes.
        if (happened is AccountSelected or ServiceSelected or EnrollmentResumed or RouteSelected)
        {
            ShowOnce(sentence, command.WriteVerbose);
        }
        else
        {
            command.WriteVerbose(sentence);
        }
    }

    private void ShowOnce(string sentence, Action<string> write)
    {
        if (_shown.Add(sentence))
        {
            write(sentence);
        }
    }

    private static string Describe(HttpExchange exchange) => ForeignText.Format(
        "{0} {1}: {2} ({3} ms)",
        exchange.Method,
        exchange.Url,
        exchange.StatusCode,
        Math.Round(exchange.Duration.TotalMilliseconds));
}
