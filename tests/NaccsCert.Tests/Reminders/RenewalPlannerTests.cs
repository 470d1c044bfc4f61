using System;
using System.Linq;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>What is to be done about a certificate, to the second.</summary>
public sealed class RenewalPlannerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static DateTimeOffset SilentMoment => new RenewalSpread(Certificates.Silent.RenewalSpreadDays, Certificates.Tokyo).MomentFor(
        "1TEST01", Certificates.Opens, Certificates.NotAfter);

    [Theory]
    [InlineData(CertificateStatus.Valid, RenewalPlanStatus.NotDue)]
    [InlineData(CertificateStatus.NotYetValid, RenewalPlanStatus.NotDue)]
    [InlineData(CertificateStatus.Superseded, RenewalPlanStatus.NotDue)]
    [InlineData(CertificateStatus.RenewalDue, RenewalPlanStatus.RenewalDue)]
    [InlineData(CertificateStatus.Expired, RenewalPlanStatus.ReissueRequired)]
    [InlineData(CertificateStatus.KeyMissing, RenewalPlanStatus.ReissueRequired)]
    [InlineData(CertificateStatus.KeyUnusable, RenewalPlanStatus.ReissueRequired)]
    public void Every_status_has_its_plan(CertificateStatus status, RenewalPlanStatus expected)
    {
        DateTimeOffset now = Certificates.NotAfter.AddDays(-1);
        foreach (ReminderSettings settings in new[] { Certificates.Manual, Certificates.Silent })
        {
            RenewalPlan plan = Plan(Certificates.Of(status, now), settings, now);

            Assert.Equal(expected, plan.Status);
            Assert.Equal(status, plan.CertificateStatus);
            Assert.Equal("because", plan.Reason);
            Assert.False(plan.Changed);
            Assert.Equal(settings.AutoRenew ? SilentMoment : null, plan.SilentRenewal);
            Assert.Equal(
                expected switch
                {
                    RenewalPlanStatus.NotDue => settings.AutoRenew ? SilentMoment : Certificates.Opens,
                    RenewalPlanStatus.RenewalDue => now,
                    _ => null,
                },
                plan.NextAttempt);
        }
    }

    [Fact]
    public void Every_status_was_thought_of() => Assert.Equal(8, Enum.GetValues<CertificateStatus>().Length);

    [Fact]
    public void The_user_can_renew_from_the_second_in_which_the_window_opens_to_the_end()
    {
        Assert.Equal(RenewalPlanStatus.NotDue, At(Certificates.Opens - Second, Certificates.Manual).Status);
        Assert.Equal(RenewalPlanStatus.RenewalDue, At(Certificates.Opens, Certificates.Manual).Status);
        Assert.Equal(RenewalPlanStatus.RenewalDue, At(Certificates.NotAfter, Certificates.Manual).Status);
        Assert.Equal(RenewalPlanStatus.ReissueRequired, At(Certificates.NotAfter + Second, Certificates.Manual).Status);
    }

    [Fact]
    public void Silent_renewal_begins_in_the_second_that_was_planned_and_not_before()
    {
        Assert.Equal(RenewalPlanStatus.NotDue, At(Certificates.Opens - Second, Certificates.Silent).Status);
        RenewalPlan before = At(SilentMoment - Second, Certificates.Silent);
        Assert.Equal(RenewalPlanStatus.Scheduled, At(Certificates.Opens, Certificates.Silent).Status);
        Assert.Equal(RenewalPlanStatus.Scheduled, before.Status);
        Assert.Equal(SilentMoment, before.NextAttempt);
        Assert.Contains(LocalTime.Text(SilentMoment), before.Reason, StringComparison.Ordinal);
        Assert.Equal(RenewalPlanStatus.RenewalDue, At(SilentMoment, Certificates.Silent).Status);
    }

    [Fact]
    public void In_the_seven_last_days_nothing_is_put_off_any_more()
    {
        foreach (string terminal in Enumerable.Range(0, 500).Select(number => $"1T{number:D5}"))
        {
            DateTimeOffset now = Certificates.NotAfter.AddDays(-7);
            Assert.Equal(
                RenewalPlanStatus.RenewalDue,
                Plan(Certificates.At(now, terminal), Certificates.Silent with { RenewalSpreadDays = 60 }, now).Status);
        }
    }

    [Fact]
    public void The_plan_is_the_same_under_every_calendar()
    {
        RenewalPlan expected = At(SilentMoment - Second, Certificates.Silent);
        foreach (string culture in new[] { "ja-JP", "th-TH", "ar-SA" })
        {
            Cultures.Run(culture, () =>
                Assert.Equal(expected.NextAttempt, At(SilentMoment - Second, Certificates.Silent).NextAttempt));
        }
    }

    [Fact]
    public void What_was_replaced_concerns_nobody()
    {
        DateTimeOffset now = Certificates.Opens;
        NaccsCertificate[] certificates =
        [
            Certificates.Of(CertificateStatus.Superseded, now, thumbprint: "OLD"),
            Certificates.Of(CertificateStatus.RenewalDue, now, thumbprint: "NEW"),
            Certificates.Of(CertificateStatus.KeyMissing, now, "1OTHER1", "KEYLESS"),
        ];

        Assert.Equal(["NEW", "KEYLESS"], Concerns(now, certificates).Select(certificate => certificate.Thumbprint));
    }

    [Fact]
    public void An_expired_certificate_concerns_somebody_for_28_days_unless_it_was_replaced()
    {
        DateTimeOffset end = Certificates.NotAfter;
        NaccsCertificate expired = Certificates.Of(CertificateStatus.Expired, end.AddDays(1));

        Assert.Single(Concerns(end.AddDays(28) - Second, expired));
        Assert.Empty(Concerns(end.AddDays(28), expired));
        Assert.Empty(Concerns(end.AddDays(1), expired with { Status = CertificateStatus.Superseded }));
    }

    [Fact]
    public void What_is_of_unverified_origin_is_reminded_of_and_never_renewed_silently()
    {
        DateTimeOffset now = Certificates.Opens.AddDays(1);
        RenewalPlan plan = Plan(Certificates.Of(CertificateStatus.Unverified, now), Certificates.Silent, now);

        Assert.Equal(RenewalPlanStatus.RenewalDue, plan.Status);
        Assert.Null(plan.SilentRenewal);
        Assert.NotNull(Notice.For(plan, Certificates.Manual, null));
    }

    private static NaccsCertificate[] Concerns(DateTimeOffset now, params NaccsCertificate[] certificates) =>
        [.. certificates.Where(new RenewalPlanner(Certificates.Manual, now, Certificates.Tokyo).Concerns)];

    private static RenewalPlan At(DateTimeOffset now, ReminderSettings settings) => Plan(Certificates.At(now), settings, now);

    private static RenewalPlan Plan(NaccsCertificate certificate, ReminderSettings settings, DateTimeOffset now) =>
        new RenewalPlanner(settings, now, Certificates.Tokyo).Plan(certificate);
}
