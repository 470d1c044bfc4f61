using System;
using NaccsCert.Tests.Support;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Time;

/// <summary>Times as people read them.</summary>
public sealed class ClockTextTests
{
    private static readonly DateTimeOffset Moment = new(2026, 12, 15, 23, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:07:10", "7 minutes behind", "7 分遅れて")]
    [InlineData("-01:59:00", "119 minutes ahead", "119 分進んで")]
    [InlineData("-02:10:00", "2 hours ahead", "2 時間進んで")]
    [InlineData("1.23:00:00", "47 hours behind", "47 時間遅れて")]
    [InlineData("365.06:00:00", "365 days behind", "365 日遅れて")]
    [InlineData("-3.00:00:00", "3 days ahead", "3 日進んで")]
    public void A_wrong_clock_is_told_in_the_unit_that_fits_and_in_its_direction(string skew, string english, string japanese)
    {
        Cultures.Run("en-US", () => Assert.Equal(english, ClockSkew.Text(TimeSpan.Parse(skew, null))));
        Cultures.Run("ja-JP", () => Assert.Equal(japanese, ClockSkew.Text(TimeSpan.Parse(skew, null))));
    }

    [Fact]
    public void A_time_of_the_service_is_told_in_its_zone_too_where_that_is_not_the_computers()
    {
        TimeSpan here = Moment.ToLocalTime().Offset;
        TimeZoneInfo same = TimeZoneInfo.CreateCustomTimeZone("same", here, "same", "same");
        TimeZoneInfo other = TimeZoneInfo.CreateCustomTimeZone("other", here + TimeSpan.FromHours(-3), "other", "other");

        Assert.Equal(LocalTime.Text(Moment), LocalTime.Text(Moment, same));
        Assert.Equal(LocalTime.Text(Moment), LocalTime.Text(Moment, null));
        Assert.Equal(
            FormattableString.Invariant($"{LocalTime.Text(Moment)} ({Moment.ToOffset(here + TimeSpan.FromHours(-3)):yyyy-MM-dd HH:mm zzz})"),
            LocalTime.Text(Moment, other));
    }
}
