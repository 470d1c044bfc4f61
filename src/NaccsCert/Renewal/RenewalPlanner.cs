using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>Decides from its dates alone what is to be done about a certificate, and when (manual 1.2).</summary>
/// <param name="settings">How the reminder works.</param>
/// <param name="now">The present moment.</param>
/// <param name="zone">The time zone in which the user works.</param>
internal sealed class RenewalPlanner(ReminderSettings settings, DateTimeOffset now, TimeZoneInfo zone)
{
    // An expired certificate that nobody has missed for so long belongs to a terminal that is no more.
    private static readonly TimeSpan Missed = TimeSpan.FromDays(28);

    /// <summary>Plans for the certificates that somebody still works with: neither replaced nor archived, nor expired long ago.</summary>
    /// <param name="certificates">All certificates of a service.</param>
    /// <returns>A plan for each of those, the most urgent first.</returns>
    public IReadOnlyList<RenewalPlan> Plan(IEnumerable<NaccsCertificate> certificates) =>
        [.. certificates.Where(Concerns).Select(Plan).OrderBy(plan => plan, PlanUrgency.Comparer)];

    /// <summary>Whether somebody still works with a certificate.</summary>
    public bool Concerns(NaccsCertificate certificate) => !certificate.Archived && certificate.Status switch
    {
        CertificateStatus.Superseded => false,
        CertificateStatus.Expired => now - certificate.NotAfter < Missed,
        CertificateStatus.Unverified => now <= certificate.NotAfter,
        _ => true,
    };

    /// <summary>Plans for a certificate.</summary>
    public RenewalPlan Plan(NaccsCertificate certificate)
    {
        DateTimeOffset? silent = SilentRenewal(certificate);
        switch (StatusByDates(certificate))
        {
            case CertificateStatus.Expired or CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable:
                return NewPlan(certificate, silent, RenewalPlanStatus.ReissueRequired, certificate.Reason, null);
            case CertificateStatus.RenewalDue when silent is { } moment && now < moment:
                return NewPlan(
                    certificate, silent, RenewalPlanStatus.Scheduled, Strings.Format(StringId.PlanScheduled, LocalTime.Text(moment)), moment);
            case CertificateStatus.RenewalDue:
                return NewPlan(certificate, silent, RenewalPlanStatus.RenewalDue, certificate.Reason, now);
            default:
                return NewPlan(certificate, silent, RenewalPlanStatus.NotDue, certificate.Reason, silent ?? certificate.RenewalOpens);
        }
    }

    // What only bears the name of the issuer is never renewed silently.
    private DateTimeOffset? SilentRenewal(NaccsCertificate certificate) =>
        settings.AutoRenew && certificate.Status != CertificateStatus.Unverified
            ? new RenewalSpread(settings.RenewalSpreadDays, zone).MomentFor(
                certificate.Terminal, certificate.RenewalOpens, certificate.NotAfter)
            : null;

    // The user is reminded of a certificate of unverified origin all the same: that costs less than a missed renewal.
    private CertificateStatus StatusByDates(NaccsCertificate certificate)
    {
        if (certificate.Status != CertificateStatus.Unverified)
        {
            return certificate.Status;
        }

        return now >= certificate.RenewalOpens ? CertificateStatus.RenewalDue : CertificateStatus.Valid;
    }

    private static RenewalPlan NewPlan(
        NaccsCertificate certificate, DateTimeOffset? silent, RenewalPlanStatus status, string reason, DateTimeOffset? next) => new()
        {
            Status = status,
            Reason = reason,
            Changed = false,
            Thumbprint = certificate.Thumbprint,
            Terminal = certificate.Terminal,
            CertificateStatus = certificate.Status,
            DaysLeft = certificate.DaysLeft,
            NotAfter = certificate.NotAfter,
            RenewalOpens = certificate.RenewalOpens,
            SilentRenewal = silent,
            NextAttempt = next,
            Service = certificate.Service,
        };
}
