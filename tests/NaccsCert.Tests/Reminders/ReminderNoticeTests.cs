using System;
using System.Linq;
using NaccsCert.Renewal;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>One notice a day, by the calendar on the user's wall.</summary>
public sealed class ReminderNoticeTests : IDisposable
{
    // Half past midnight in Japan, where it is still the day before in UTC.
    private static readonly DateTimeOffset Morning = new(2026, 11, 16, 0, 30, 0, TimeSpan.FromHours(9));

    private readonly ReminderScene _scene = new();
    private readonly RecordingNotifier _notifier = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("2026-11-16T00:31:00+09:00", NoticeStatus.ShownToday)]
    [InlineData("2026-11-16T09:01:00+09:00", NoticeStatus.ShownToday)]
    [InlineData("2026-11-16T23:59:59+09:00", NoticeStatus.ShownToday)]
    [InlineData("2026-11-17T00:00:00+09:00", NoticeStatus.Shown)]
    public void A_day_ends_at_midnight_where_the_user_is(string again, NoticeStatus expected)
    {
        Assert.Equal(NoticeStatus.Shown, Look(Morning));
        Assert.Equal(expected, Look(DateTimeOffset.Parse(again, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected == NoticeStatus.Shown ? 2 : 1, _notifier.Notices.Count);
    }

    [Fact]
    public void Every_day_has_its_notice_from_28_days_on_and_none_before()
    {
        var days = Enumerable.Range(-3, 31).Select(day => Certificates.Opens.AddDays(day).AddHours(1));
        Assert.Equal(28, days.Count(day => Look(day) == NoticeStatus.Shown));
        Assert.All(_notifier.Notices, notice => Assert.Equal(NoticeKind.RenewalDue, notice.Kind));
    }

    [Fact]
    public void With_silent_renewal_there_is_a_notice_on_failure_and_in_the_last_seven_days()
    {
        DateTimeOffset early = Certificates.NotAfter.AddDays(-10);
        Assert.Equal(NoticeStatus.None, _scene.Look(early, Certificates.Silent, null, _notifier).Result.Notice);
        Assert.Equal(NoticeStatus.Shown, _scene.Fail(early.AddDays(1), null, _notifier).Notice);
        Assert.Equal(NoticeStatus.ShownToday, _scene.Fail(early.AddDays(1).AddHours(2), null, _notifier).Notice);
        Assert.Equal(NoticeStatus.Shown, _scene.Look(Certificates.NotAfter.AddDays(-6), Certificates.Silent, null, _notifier).Result.Notice);
        Assert.Equal([NoticeKind.RenewalFailed, NoticeKind.RenewalDue], _notifier.Notices.Select(notice => notice.Kind));
    }

    [Fact]
    public void Each_certificate_has_a_notice_of_its_own()
    {
        using ReminderRun run = _scene.TryBegin(Morning, Certificates.Manual, _notifier)!;
        Assert.All(["AA01", "BB02"], thumbprint =>
            Assert.Equal(NoticeStatus.Shown, run.Complete(run.Plan(Certificates.At(Morning, thumbprint: thumbprint))).Result.Notice));
    }

    [Theory]
    [InlineData(NoticeResponse.Renew, true)]
    [InlineData(NoticeResponse.Shown, false)]
    public void Who_answers_renew_now_wants_it_now(object answer, bool renew) =>
        Assert.Equal(renew, _scene.Look(Morning, Certificates.Manual, null, new RecordingNotifier((NoticeResponse)answer)).Renew);

    [Fact]
    public void Where_one_way_fails_the_next_is_taken_and_no_further_one()
    {
        var toast = new RecordingNotifier(NoticeResponse.Unavailable);
        var third = new RecordingNotifier();
        Assert.Equal(NoticeStatus.Shown, _scene.Look(Morning, Certificates.Manual, null, toast, _notifier, third).Result.Notice);
        Assert.Equal((1, 1, 0), (toast.Notices.Count, _notifier.Notices.Count, third.Notices.Count));
    }

    [Fact]
    public void A_notice_that_nobody_could_see_is_tried_again_the_same_day()
    {
        var none = new RecordingNotifier(NoticeResponse.Unavailable);
        Assert.Equal(NoticeStatus.Unavailable, _scene.Look(Morning, Certificates.Manual, null, none).Result.Notice);
        Assert.Equal(NoticeStatus.Shown, Look(Morning.AddHours(1)));
    }

    [Fact]
    public void Where_no_notice_is_wanted_none_is_remembered()
    {
        Assert.Equal(NoticeStatus.None, _scene.Look(Morning, Certificates.Manual, null).Result.Notice);
        Assert.Equal(NoticeStatus.Shown, Look(Morning.AddHours(1)));
    }

    private NoticeStatus Look(DateTimeOffset now) => _scene.Look(now, Certificates.Manual, null, _notifier).Result.Notice;
}
