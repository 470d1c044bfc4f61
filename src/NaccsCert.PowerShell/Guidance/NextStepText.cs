using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Text;
using NaccsCert.Time;

namespace NaccsCert.PowerShell.Guidance;

/// <summary>Says what a person can do after a command, with the line to type below it.</summary>
internal static class NextStepText
{
    private static readonly string BeforeCommand = Environment.NewLine + "    ";

    /// <summary>The step in the language of the session.</summary>
    public static string Format(NextStep step)
    {
        string sentence = CommandText.Format(MessageId.NextStep, Sentence(step));
        return step.Command is { } command ? sentence + BeforeCommand + CommandLine.Of(command, Subject(step)) : sentence;
    }

    private static string Sentence(NextStep step) => step.Kind switch
    {
        NextStepKind.Reissue => CommandText.Format(MessageId.NextReissue, step.Count),
        NextStepKind.Renew => CommandText.Format(MessageId.NextRenew, step.Count),
        NextStepKind.Resume => step.When is { } when
            ? CommandText.Format(MessageId.NextResumeLater, LocalTime.Text(when))
            : CommandText.Format(MessageId.NextResume, step.Count),
        NextStepKind.Import => CommandText.Format(MessageId.NextImport),
        NextStepKind.Deferred => Later(step, MessageId.NextDeferred, MessageId.NextDeferredSame),
        NextStepKind.Busy => Later(step, MessageId.NextBusy, MessageId.NextBusySame),
        NextStepKind.Restart => CommandText.Format(MessageId.NextRestart),
        NextStepKind.RestartForNew => CommandText.Format(MessageId.NextRestartForNew),
        NextStepKind.Restore => CommandText.Format(MessageId.NextRestore, step.Count),
        NextStepKind.RegisterReminder => CommandText.Format(MessageId.NextRegisterReminder),
        _ => CommandText.Format(MessageId.NextRenewLater, LocalTime.Text(step.When!.Value)),
    };

    private static string Later(NextStep step, MessageId withCommand, MessageId same) =>
        CommandText.Format(step.Command is null ? same : withCommand, step.When is { } when ? LocalTime.Text(when) : "-");

    private static string Subject(NextStep step)
    {
        if (step.Kind == NextStepKind.Import)
        {
            return CommandText.Format(MessageId.NextImportFile);
        }

        // As names, not as patterns.
        string terminals = string.Join(
            ", ", step.Terminals.Select(terminal => CommandLine.Argument(WildcardPattern.Escape(terminal))));
        return terminals.Length > 0 ? "-Terminal " + terminals : step.EnrollmentId ?? string.Empty;
    }
}
