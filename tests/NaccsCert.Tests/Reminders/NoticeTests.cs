using System;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>What the user is told, and when nothing.</summary>
public sealed class NoticeTests
{
    [Theory]
    [InlineData(28, false)]
    [InlineData(27.99, true)]
    [InlineData(7, true)]
    [InlineData(0, true)]
    public void Who_renews_is_told_from_28_days_on(double daysBefore, bool told) =>
        Assert.Equal(told, For(daysBefore, Certificates.Manual) is { Kind: NoticeKind.RenewalDue });

    [Theory]
    [InlineData(27.99, false)]
    [InlineData(7, false)]
    [InlineData(6.99, true)]
    [InlineData(0, true)]
    public void Who_has_silent_renewal_is_told_in_the_seven_last_days_alone(double daysBefore, bool told) =>
        Assert.Equal(told, For(daysBefore, Certificates.Silent) is { Kind: NoticeKind.RenewalDue });

    [Theory]
    [InlineData(10, false)]
    [InlineData(9.99, true)]
    public void Policy_can_let_notices_begin_later(double daysBefore, bool told) =>
        Assert.Equal(told, For(daysBefore, Certificates.Manual with { ReminderDays = 10 }) is not null);

    [Theory]
    [InlineData(20)]
    [InlineData(1)]
    public void A_failure_is_told_whenever_it_happens(double daysBefore)
    {
        Notice? notice = For(daysBefore, Certificates.Silent, "the reason of the failure");

        Assert.Equal(NoticeKind.RenewalFailed, notice?.Kind);
        Assert.Contains("the reason of the failure", notice!.Text, StringComparison.Ordinal);
        Assert.NotNull(notice.Renew);
    }

    [Theory]
    [InlineData(CertificateStatus.Expired)]
    [InlineData(CertificateStatus.KeyMissing)]
    [InlineData(CertificateStatus.KeyUnusable)]
    public void What_cannot_be_renewed_is_told_without_a_button_that_renews(CertificateStatus status)
    {
        DateTimeOffset now = Certificates.NotAfter.AddDays(1);
        Notice? notice = Notice.For(Plan(Certificates.Of(status, now), Certificates.Silent, now), Certificates.Silent, null);

        Assert.Equal(NoticeKind.ReissueRequired, notice?.Kind);
        Assert.Null(notice!.Renew);
        Assert.Contains("NSS", notice.Text, StringComparison.Ordinal);
        Assert.Contains("because", notice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CertificateStatus.Valid)]
    [InlineData(CertificateStatus.NotYetValid)]
    public void What_is_not_due_is_not_told(CertificateStatus status)
    {
        DateTimeOffset now = Certificates.NotAfter.AddDays(-1);
        Assert.Null(Notice.For(Plan(Certificates.Of(status, now), Certificates.Manual, now), Certificates.Manual, null));
    }

    [Theory]
    [InlineData("en-US", "The certificate of 1TEST01 expires at", "Renew the certificate", "Later")]
    [InlineData("ja-JP", "論理端末名 1TEST01 のデジタル証明書の有効期限は", "デジタル証明書を更新する", "後で")]
    public void Notices_are_in_the_language_of_the_session(string culture, string beginning, string renew, string later) => Cultures.Run(culture, () =>
    {
        Notice notice = For(20, Certificates.Manual)!;

        Assert.StartsWith(beginning, notice.Text, StringComparison.Ordinal);
        Assert.Contains(LocalTime.Text(Certificates.NotAfter), notice.Text, StringComparison.Ordinal);
        Assert.Contains("20", notice.Text, StringComparison.Ordinal);
        Assert.Equal((renew, later), (notice.Renew, notice.Later));
        Assert.NotEmpty(notice.Title);
    });

    private static Notice? For(double daysBefore, ReminderSettings settings, string? failure = null)
    {
        DateTimeOffset now = Certificates.NotAfter.AddDays(-daysBefore);
        return Notice.For(Plan(Certificates.At(now), settings, now), settings, failure);
    }

    private static RenewalPlan Plan(NaccsCertificate certificate, ReminderSettings settings, DateTimeOffset now) =>
        new RenewalPlanner(settings, now, Certificates.Tokyo).Plan(certificate);
}
