using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>The maintenance windows of a century, held against windows that were counted off day by day.</summary>
public sealed class MaintenanceCalendarTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    public static TheoryData<int, DayOfWeek, string, string, string> Rules => new()
    {
        { 3, DayOfWeek.Tuesday, "22:00", "PT10H", "Asia/Tokyo" },
        { 1, DayOfWeek.Monday, "00:00", "PT1H", "Asia/Tokyo" },
        { 4, DayOfWeek.Sunday, "23:59", "P5D", "Asia/Tokyo" },
        { 1, DayOfWeek.Saturday, "08:00", "P20D", "Pacific/Kiritimati" },
        { 2, DayOfWeek.Friday, "12:00", "PT30M", "Pacific/Pago_Pago" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_window_of_a_century_begins_and_ends_to_the_tick(
        int week, DayOfWeek day, string start, string duration, string zone)
    {
        MaintenanceRule rule = Rule(week, day, start, duration, zone);
        List<(DateTimeOffset Start, DateTimeOffset End)> windows = CountOff(rule, 2025, 2125);
        Assert.Equal(100 * 12, windows.Count);

        for (int index = 0; index < windows.Count - 1; index++)
        {
            (DateTimeOffset begin, DateTimeOffset end) = windows[index];
            var expected = new MaintenanceWindow(begin, end);
            Assert.Null(MaintenanceCalendar.Current(rule, begin - Instant));
            Assert.Equal(expected, MaintenanceCalendar.Current(rule, begin));
            Assert.Equal(expected, MaintenanceCalendar.Current(rule, end - Instant));
            Assert.Null(MaintenanceCalendar.Current(rule, end));
            Assert.Equal(begin, MaintenanceCalendar.Next(rule, begin - Instant).Start);
            Assert.Equal(windows[index + 1].Start, MaintenanceCalendar.Next(rule, begin).Start);
        }
    }

    [Theory]
    [InlineData("2026-11-17T12:59:59Z", false)]
    [InlineData("2026-11-17T13:00:00Z", true)]
    [InlineData("2026-11-17T15:30:00Z", true)]
    [InlineData("2026-11-17T22:59:59Z", true)]
    [InlineData("2026-11-17T23:00:00Z", false)]
    [InlineData("2026-11-10T14:00:00Z", false)]
    [InlineData("2026-11-24T14:00:00Z", false)]
    public void The_built_in_rule_covers_the_third_Tuesday_night_and_the_Wednesday_morning_of_Japan(string moment, bool isOn)
    {
        MaintenanceRule rule = new ServiceDefinitionSource([]).Load(null).Maintenance!;

        foreach (string culture in new[] { "en-US", "ja-JP", "th-TH", "ar-SA", "tr-TR" })
        {
            Cultures.Run(culture, () => Assert.Equal(
                isOn, MaintenanceCalendar.Current(rule, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)) is not null));
        }
    }

    [Fact]
    public void Month_ends_do_not_skip_a_window()
    {
        MaintenanceRule rule = Rule(3, DayOfWeek.Tuesday, "22:00", "PT10H", "Asia/Tokyo");
        IEnumerable<DateTimeOffset> lastDays = Enumerable.Range(0, 1200)
            .Select(month => new DateTimeOffset(2025, 1, 1, 3, 0, 0, TimeSpan.Zero).AddMonths(month + 1).AddDays(-1));

        Assert.All(lastDays, lastDay =>
        {
            DateTimeOffset next = MaintenanceCalendar.Next(rule, lastDay).Start.ToOffset(TimeSpan.FromHours(9));
            Assert.Equal((lastDay.Month % 12) + 1, next.Month);
        });
    }

    // Zones without and with summer time, on both halves of the globe, and one half an hour off.
    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("Europe/London")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    public void A_century_of_windows_is_told_in_the_zones_of_the_service_and_of_any_computer(string zone)
    {
        TimeZoneInfo local = TimeZoneInfo.FindSystemTimeZoneById(zone);
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(null);
        var now = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

        IReadOnlyList<NaccsMaintenanceWindow> windows = MaintenanceSchedule.List(definition, now, 1200, local);

        Assert.Equal(1200, windows.Select(window => (window.ServiceStart.Year, window.ServiceStart.Month)).Distinct().Count());
        Assert.All(windows, window =>
        {
            Assert.Equal((DayOfWeek.Tuesday, new TimeSpan(22, 0, 0)), (window.ServiceStart.DayOfWeek, window.ServiceStart.TimeOfDay));
            Assert.InRange(window.ServiceStart.Day, 15, 21);
            Assert.Equal(TimeSpan.FromHours(10), window.LocalEnd - window.LocalStart);
            Assert.Equal((window.Start, window.End), (window.LocalStart.ToUniversalTime(), window.ServiceEnd.ToUniversalTime()));
            Assert.Equal(local.GetUtcOffset(window.Start), window.LocalStart.Offset);
        });
    }

    [Fact]
    public void The_window_that_is_on_comes_first()
    {
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(null);
        DateTimeOffset during = DateTimeOffset.Parse("2026-11-17T15:30:00Z", CultureInfo.InvariantCulture);

        IReadOnlyList<NaccsMaintenanceWindow> windows = MaintenanceSchedule.List(definition, during, 2, TimeZoneInfo.Utc);

        Assert.Equal([true, false, false], windows.Select(window => window.IsCurrent));
        Assert.Equal(17, windows[0].ServiceStart.Day);
        Assert.Equal([11, 12, 1], windows.Select(window => window.ServiceStart.Month));
    }

    private static MaintenanceRule Rule(int week, DayOfWeek day, string start, string duration, string zone)
    {
        Assert.True(CalendarPeriod.TryParse(duration, out CalendarPeriod? length));
        return new MaintenanceRule(
            week, day, TimeSpan.Parse(start, CultureInfo.InvariantCulture), length!, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    // Day after day, with a count that starts anew each month. The zones have no summer time in these years.
    private static List<(DateTimeOffset Start, DateTimeOffset End)> CountOff(MaintenanceRule rule, int fromYear, int toYear)
    {
        var windows = new List<(DateTimeOffset, DateTimeOffset)>();
        TimeSpan offset = rule.TimeZone.BaseUtcOffset;
        int seen = 0;
        for (var date = new DateTime(fromYear, 1, 1); date.Year < toYear; date = date.AddDays(1))
        {
            seen = date.Day == 1 ? 0 : seen;
            if (date.DayOfWeek == rule.DayOfWeek && ++seen == rule.WeekOfMonth)
            {
                var start = new DateTimeOffset(date + rule.Start, offset);
                windows.Add((start.ToUniversalTime(), (start + rule.Duration.Time).ToUniversalTime()));
            }
        }

        return windows;
    }
}
