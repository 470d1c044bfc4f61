namespace NaccsCert.Renewal;

/// <summary>What a certificate adds to the compliance of its user.</summary>
internal static class ComplianceCodes
{
    /// <summary>The code of one certificate.</summary>
    /// <param name="plan">What is to be done about it.</param>
    public static ComplianceCode Of(RenewalPlan plan) => Of(plan.Status, plan.SilentRenewal is not null);

    /// <summary>The code of one certificate.</summary>
    /// <param name="status">What is to be done about it.</param>
    /// <param name="isSilent">Whether it is renewed silently.</param>
    public static ComplianceCode Of(RenewalPlanStatus status, bool isSilent) => status switch
    {
        RenewalPlanStatus.ReissueRequired => ComplianceCode.ReissueRequired,
        RenewalPlanStatus.RenewalDue => !isSilent ? ComplianceCode.LeftToUser : ComplianceCode.RenewalDue,
        RenewalPlanStatus.Scheduled => ComplianceCode.Scheduled,
        _ => ComplianceCode.Valid,
    };
}
