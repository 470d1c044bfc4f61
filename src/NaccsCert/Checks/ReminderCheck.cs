using NaccsCert.Reasons;

namespace NaccsCert.Checks;

/// <summary>Whether the reminder that somebody relies on does its work: a renewal that silently stopped is found here.</summary>
internal static class ReminderCheck
{
    private const string Name = "Reminder";

    /// <summary>Judges the reminder; a certificate that is due makes its silence a failure.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="status">The status of the certificate.</param>
    public static Check Judge(NaccsRenewalReminder reminder, CertificateStatus status) => reminder.Status switch
    {
        ReminderStatus.NotRegistered => new Check(Name, Verdict.Skipped, reminder.Reason),
        ReminderStatus.Healthy => new Check(Name, Verdict.Passed, reminder.Reason),
        _ => new Check(
            Name,
            status == CertificateStatus.RenewalDue && reminder.Status == ReminderStatus.Stale ? Verdict.Failed : Verdict.Warning,
            reminder.Reason)
        {
            Advice = ReasonText.Of(ReasonId.AdviceReminder),
            Error = reminder.LastError,
        },
    };
}
