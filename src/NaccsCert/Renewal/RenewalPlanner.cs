using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>Decides from its dates alone what is to be done about a certificate, and when (manual 1.2).</summary>
public static class RenewalPlanner
{
    // An expired certificate that nobody has missed for so long belongs to a terminal that is no more.
    private static readonly TimeSpan Missed = TimeSpan.FromDays(28);

    /// <summary>The certificates that somebody still works with: neither replaced, nor expired long ago.</summary>
    /// <param name="certificates">All certificates of a service.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>Those, in their order.</returns>
    public static IEnumerable<NaccsCertificate> Concerns(IReadOnlyCollection<NaccsCertificate> certificates, DateTimeOffset now) =>
        certificates.Where(certificate => certificate.Status switch
        {
            CertificateStatus.Superseded => false,
            CertificateStatus.Expired => now - certificate.NotAfter < Missed && !HasSuccessor(certificate, certificates),
            _ => true,
        });

    /// <summary>Decides about a certificate.</summary>
    /// <param name="certificate">The certificate as it is listed.</param>
    /// <param name="settings">How the reminder goes about its context.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="zone">The time zone in which the user works.</param>
    /// <returns>The plan.</returns>
    public static RenewalPlan Plan(NaccsCertificate certificate, ReminderSettings settings, DateTimeOffset now, TimeZoneInfo zone)
    {
        DateTimeOffset? silent = settings.AutoRenew
            ? RenewalSpread.MomentOf(
                certificate.Terminal, certificate.RenewalOpens, certificate.NotAfter, settings.RenewalSpreadDays, zone)
            : null;
        return certificate.Status switch
        {
            CertificateStatus.Expired or CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable =>
                NewPlan(certificate, silent, RenewalPlanStatus.ReissueRequired, certificate.Reason, null),
            CertificateStatus.RenewalDue when silent is { } moment && now < moment =>
                NewPlan(certificate, silent, RenewalPlanStatus.Scheduled, Strings.Format(StringId.PlanScheduled, LocalTime.Text(moment)), moment),
            CertificateStatus.RenewalDue =>
                NewPlan(certificate, silent, RenewalPlanStatus.RenewalDue, certificate.Reason, now),
            _ => NewPlan(certificate, silent, RenewalPlanStatus.NotDue, certificate.Reason, silent ?? certificate.RenewalOpens),
        };
    }

    private static bool HasSuccessor(NaccsCertificate expired, IEnumerable<NaccsCertificate> certificates) =>
        certificates.Any(other => other.Terminal == expired.Terminal && other.NotAfter > expired.NotAfter);

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
