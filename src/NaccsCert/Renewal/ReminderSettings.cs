using NaccsCert.Policies;

namespace NaccsCert.Renewal;

/// <summary>How the reminder works.</summary>
/// <param name="AutoRenew">Whether due certificates are renewed silently.</param>
/// <param name="ReminderDays">How many days before the end of validity notices begin (manual 1.2: 28).</param>
/// <param name="RenewalSpreadDays">Over how many days, from the opening of the window on, silent renewals are spread.</param>
internal sealed record ReminderSettings(bool AutoRenew, int ReminderDays, int RenewalSpreadDays)
{
    /// <summary>What Group Policy has settled; where it has not, the user's wish holds.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="autoRenew">Whether the user wants silent renewal.</param>
    /// <returns>The settings.</returns>
    public static ReminderSettings From(GroupPolicy policy, bool autoRenew) =>
        new(policy.AutoRenew ?? autoRenew, policy.ReminderDays, policy.RenewalSpreadDays);
}
