namespace NaccsCert.Renewal;

/// <summary>What a certificate adds to the compliance of its user.</summary>
internal static class ComplianceCodes
{
    /// <summary>The code of one certificate.</summary>
    /// <param name="plan">What is to be done about it.</param>
    public static ComplianceCode Of(RenewalPlan plan) => plan.Status switch
    {
        RenewalPlanStatus.ReissueRequired => ComplianceCode.ReissueRequired,
        RenewalPlanStatus.RenewalDue => plan.SilentRenewal is null ? ComplianceCode.LeftToUser : ComplianceCode.RenewalDue,
        RenewalPlanStatus.Scheduled => ComplianceCode.Scheduled,
        _ => ComplianceCode.Valid,
    };
}
