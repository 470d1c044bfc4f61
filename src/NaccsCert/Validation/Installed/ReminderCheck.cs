using NaccsCert.Resources;


namespace NaccsCert.Validation.Installed;

/// <summary>Whether the reminder that somebody relies on does its work: a renewal that silently stopped is found here.</summary>
internal static class ReminderCheck
{
    private const string Name = "Reminder";

    /// <summary>Evaluates the reminder; a certificate that is due makes its silence a failure.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="status">The status of the certificate.</param>
    public static Check Evaluate(NaccsRenewalReminder reminder, CertificateStatus status) => reminder.Status switch
    {
        ReminderStatus.NotRegistered => new Check(Name, CheckStatus.Skipped, reminder.Reason),
        ReminderStatus.Healthy => new Check(Name, CheckStatus.Passed, reminder.Reason),
        _ => new Check(
            Name,
            status == CertificateStatus.RenewalDue && reminder.Status == ReminderStatus.Stale ? CheckStatus.Failed : CheckStatus.Warning,
            reminder.Reason)
        {
            Advice = Strings.Format(StringId.AdviceReminder),
            Error = reminder.LastError,
        },
    };
}
