using System;
using System.Globalization;
using NaccsCert.Tests.Support;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Time;

/// <summary>Durations of ISO 8601, whose months are months.</summary>
public sealed class CalendarPeriodTests
{
    [Theory]
    [InlineData("P5Y1M", "2025-11-30T09:00:00Z", "2030-12-30T09:00:00Z")]
    [InlineData("P5Y1M", "2026-01-31T00:00:00Z", "2031-02-28T00:00:00Z")]
    [InlineData("P1M", "2028-01-31T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("P1Y", "2028-02-29T00:00:00Z", "2029-02-28T00:00:00Z")]
    [InlineData("P28D", "2031-02-15T12:34:56Z", "2031-03-15T12:34:56Z")]
    [InlineData("PT10H", "2031-06-17T13:00:00Z", "2031-06-17T23:00:00Z")]
    [InlineData("P1Y2M3DT4H5M6S", "2031-01-01T00:00:00Z", "2032-03-04T04:05:06Z")]
    [InlineData("PT90M", "2031-12-31T23:00:00Z", "2032-01-01T00:30:00Z")]
    [InlineData("P0D", "2031-01-01T00:00:00Z", "2031-01-01T00:00:00Z")]
    public void The_end_is_a_calendar_step_away_in_every_culture(string text, string start, string end)
    {
        foreach (string culture in new[] { "en-US", "ja-JP", "th-TH", "ar-SA", "tr-TR" })
        {
            Cultures.Run(culture, () =>
            {
                Assert.True(CalendarPeriod.TryParse(text, out CalendarPeriod? period));
                Assert.Equal(At(end), period!.After(At(start)));
            });
        }
    }

    [Theory]
    [InlineData("P28D", "2031-03-15T12:34:56Z", "2031-02-15T12:34:56Z")]
    [InlineData("P1M", "2031-03-31T00:00:00Z", "2031-02-28T00:00:00Z")]
    [InlineData("P28D", "9999-12-31T23:59:59Z", "9999-12-03T23:59:59Z")]
    public void The_beginning_is_a_calendar_step_before(string text, string end, string start)
    {
        Assert.True(CalendarPeriod.TryParse(text, out CalendarPeriod? period));
        Assert.Equal(At(start), period!.Before(At(end)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("1D")]
    [InlineData("P1W")]
    [InlineData("P1DT")]
    [InlineData("P-1D")]
    [InlineData("-P1D")]
    [InlineData("P1,5D")]
    [InlineData("P1D\n")]
    [InlineData(" P1D")]
    [InlineData("P1M1Y")]
    [InlineData("P１D")]
    [InlineData("P٣D")]
    [InlineData("P100Y")]
    [InlineData("P99999999999D")]
    public void What_is_no_period_of_at_most_99_years_is_refused(string text)
    {
        Assert.False(CalendarPeriod.TryParse(text, out CalendarPeriod? period));
        Assert.Null(period);
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Moments_for_people_are_Gregorian_and_in_ASCII_digits(string culture) => Cultures.Run(culture, () =>
        Assert.Equal(
            new DateTime(2031, 12, 23, 9, 5, 0).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            LocalTime.Text(new DateTimeOffset(new DateTime(2031, 12, 23, 9, 5, 0, DateTimeKind.Local)))));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
