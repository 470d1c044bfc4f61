using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>What the user is told of a certificate (manual 6.1), in the language of the session.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">The heading.</param>
/// <param name="Text">What to know.</param>
/// <param name="Renew">The label of the button that renews; null when renewing would not help.</param>
/// <param name="Later">The label of the button that puts it off until tomorrow.</param>
internal sealed record Notice(NoticeKind Kind, string Title, string Text, string? Renew, string Later)
{
    /// <summary>The notice about a certificate, where one is called for.</summary>
    /// <param name="plan">What is to be done about it.</param>
    /// <param name="settings">How the reminder works.</param>
    /// <param name="failure">Why its renewal has just failed; null when it has not.</param>
    /// <returns>The notice; null when there is nothing to tell.</returns>
    public static Notice? For(RenewalPlan plan, ReminderSettings settings, string? failure) => plan.Status switch
    {
        RenewalPlanStatus.ReissueRequired => New(
            NoticeKind.ReissueRequired, null, Strings.Format(StringId.NoticeReissue, plan.Terminal, plan.Reason)),
        RenewalPlanStatus.RenewalDue when failure is not null => New(
            NoticeKind.RenewalFailed,
            Strings.Format(StringId.NoticeRenewButton),
            Strings.Format(StringId.NoticeFailed, plan.Terminal, LocalTime.Text(plan.NotAfter), failure)),
        RenewalPlanStatus.RenewalDue when plan.CertificateStatus == CertificateStatus.Unverified && IsTimeToTell(plan, settings) => New(
            NoticeKind.RenewalDue, null, $"{plan.Terminal}: {plan.Reason}"),
        RenewalPlanStatus.RenewalDue or RenewalPlanStatus.Scheduled when IsTimeToTell(plan, settings) => New(
            NoticeKind.RenewalDue,
            Strings.Format(StringId.NoticeRenewButton),
            Strings.Format(StringId.NoticeDue, plan.Terminal, LocalTime.Text(plan.NotAfter), plan.DaysLeft)),
        _ => null,
    };

    // Whose certificate is renewed silently is told only when hardly any time is left.
    private static bool IsTimeToTell(RenewalPlan plan, ReminderSettings settings) =>
        plan.DaysLeft < (plan.SilentRenewal is not null ? RenewalSpread.LastDays.Days : settings.ReminderDays);

    private static Notice New(NoticeKind kind, string? renew, string text) =>
        new(
            kind,
            Strings.Format(StringId.NoticeTitle),
            ForeignText.ToMessage(text, ForeignText.MaxMessageLength),
            renew,
            Strings.Format(StringId.NoticeLaterButton));
}
