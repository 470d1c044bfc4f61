using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>証明書の更新: which certificate, and whether really (manual 6.1).</summary>
/// <param name="questions">Asks.</param>
/// <param name="commands">The command lines.</param>
internal sealed class RenewalDialog(HostQuestions questions, AssistantCommands commands)
{
    // As many as there are digits for hot keys.
    private const int MaxNamed = 9;

    private static string Title => CommandText.Format(MessageId.ActionRenew);

    /// <summary>Asks.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="unfinished">The unfinished enrollments: a renewal among them is resumed.</param>
    /// <returns>The command line; null when nothing is to be done.</returns>
    public (string? Line, string? Message) Ask(IReadOnlyList<NaccsCertificate> certificates, IReadOnlyList<NaccsEnrollment> unfinished)
    {
        NaccsCertificate[] due = [.. certificates.Where(certificate => certificate is { Status: CertificateStatus.RenewalDue, Archived: false })];
        if (due.Length > 1)
        {
            return (AskWhich(due), null);
        }

        if (due.Length == 1)
        {
            return (Confirmed(Question(due[0])) ? commands.Renew(due[0].Thumbprint) : null, null);
        }

        if (unfinished.Any(enrollment => enrollment.Operation == EnrollmentOperation.Reenroll))
        {
            return (Confirmed(CommandText.Format(MessageId.AssistantResumeRenewals)) ? commands.Renew(null) : null, null);
        }

        return (null, CommandText.Format(MessageId.AssistantNothingDue));
    }

    // The choice of one is no confirmation yet: a key is soon pressed.
    private string? AskWhich(NaccsCertificate[] due)
    {
        NaccsCertificate[] named = [.. due.Take(MaxNamed)];
        int chosen = questions.Choose(
            CommandText.Format(MessageId.AssistantWhichRenewal),
            [
                .. named.Select((certificate, index) => new MenuItem($"{Plain(certificate)}(&{index + 1})", certificate.Thumbprint)),
                new(CommandText.Format(MessageId.ChoiceAll), CommandText.Format(MessageId.ChoiceAllHelp, due.Length)),
                new(CommandText.Format(MessageId.ChoiceBack), CommandText.Format(MessageId.ChoiceBackHelp)),
            ]);
        if (chosen == named.Length)
        {
            return Confirmed(CommandText.Format(MessageId.AssistantConfirmRenewAll, due.Length)) ? commands.Renew(null) : null;
        }

        return chosen < named.Length && Confirmed(Question(named[chosen])) ? commands.Renew(named[chosen].Thumbprint) : null;
    }

    // An ampersand of a name would be taken for the mark of a hot key.
    private static string Plain(NaccsCertificate certificate) => certificate.Terminal.Replace("&", string.Empty);

    private static string Question(NaccsCertificate certificate) => CommandText.Format(
        MessageId.AssistantConfirmRenew,
        certificate.Terminal,
        certificate.NotAfter.LocalDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private bool Confirmed(string question) => questions.Confirm(Title, question);
}
