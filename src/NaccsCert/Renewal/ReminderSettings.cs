using NaccsCert.Policies;

namespace NaccsCert.Renewal;

/// <summary>How the reminder works.</summary>
/// <param name="AutoRenew">Whether due certificates are renewed silently.</param>
/// <param name="ReminderDays">How many days before the end of validity notices begin (manual 1.2: 28).</param>
/// <param name="RenewalSpreadDays">Over how many days, from the opening of the window on, silent renewals are spread.</param>
internal sealed record ReminderSettings(bool AutoRenew, int ReminderDays, int RenewalSpreadDays)
{
    /// <summary>The operator's own tool, where notices of due renewals are left to it; null where this module shows them.</summary>
    public InstalledTool? LeftTo { get; init; }

    /// <summary>What Group Policy has settled; where it has not, the user's wish holds.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="autoRenew">Whether the user wants silent renewal.</param>
    /// <param name="tool">The operator's own tool, as it is installed now; null where it is not, or no notice is at stake.</param>
    /// <returns>The settings.</returns>
    public static ReminderSettings From(GroupPolicy policy, bool autoRenew, InstalledTool? tool = null) =>
        new(policy.AutoRenew ?? autoRenew, policy.ReminderDays, policy.RenewalSpreadDays)
        {
            LeftTo = policy.ReminderProvider == ReminderProvider.OfficialTool ? tool : null,
        };
}
