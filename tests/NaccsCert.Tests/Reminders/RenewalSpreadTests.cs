using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Fluent;
using NaccsCert.Renewal;
using NaccsCert.Tests.Fuzzing;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>Each certificate has one moment of its own, and all of them together are spread out.</summary>
public sealed class RenewalSpreadTests
{
    private static readonly DateTimeOffset NotAfter = Certificates.NotAfter;
    private static readonly DateTimeOffset Opens = Certificates.Opens;

    private static readonly TimeZoneInfo[] Zones =
    [
        Certificates.Tokyo,
        TimeZoneInfo.Utc,
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
    ];

    [Fact]
    public void A_certificate_has_the_same_moment_whoever_asks_and_however()
    {
        DateTimeOffset moment = MomentOf("1TEST01");

        // Fixed for good: another value would shift the renewals of everybody with the update.
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 4, 5, 59, TimeSpan.Zero), moment);
        Assert.Equal(moment, new RenewalSpread(21, Certificates.Tokyo).MomentFor("1TEST01", Opens.ToOffset(TimeSpan.FromHours(9)), NotAfter.ToOffset(TimeSpan.FromHours(9))));
        foreach (string culture in new[] { "ja-JP", "th-TH", "ar-SA", "tr-TR" })
        {
            Cultures.Run(culture, () => Assert.Equal(moment, MomentOf("1TEST01")));
        }
    }

    [Fact]
    public void Terminals_have_moments_of_their_own_and_keep_their_place_in_every_window()
    {
        DateTimeOffset[] moments = [.. Names(1000).Select(name => MomentOf(name))];
        Assert.InRange(moments.Distinct().Count(), 990, 1000);
        Assert.All(moments, moment => Assert.Equal(0, moment.Ticks % TimeSpan.TicksPerSecond));
        Assert.Equal(
            MomentOf("1TEST01") - Opens,
            new RenewalSpread(21, Certificates.Tokyo).MomentFor("1TEST01", Opens.AddDays(7), NotAfter.AddDays(7)) - Opens.AddDays(7));
    }

    [Fact]
    public void Every_moment_is_within_the_spread_before_the_last_days_and_in_working_hours_where_there_are_any() =>
        FsCheck.Check.One(FuzzSettings.With(1000), Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var random = new Random(number);
            DateTimeOffset notAfter = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.NextInt64(20L * 365 * 86400));
            DateTimeOffset opens = notAfter.AddDays(-random.Next(61));
            int days = random.Next(1, 61);
            TimeZoneInfo zone = Zones[random.Next(Zones.Length)];
            DateTimeOffset moment = new RenewalSpread(days, zone).MomentFor($"1{random.Next():X}", opens, notAfter);
            DateTimeOffset end = new[] { opens.AddDays(days), notAfter - RenewalSpread.LastDays }.Min();
            return end - opens < TimeSpan.FromHours(2)
                ? moment == opens || (moment >= opens && moment < end)
                : moment >= opens && moment < end && (IsWorking(moment, zone) || !HasWorkingHour(opens, end, zone));
        }));

    [Theory]
    [InlineData("Europe/Berlin", "2026-11-20T00:00:00Z")]
    [InlineData("Europe/Berlin", "2027-04-23T00:00:00Z")]
    [InlineData("America/New_York", "2026-11-27T00:00:00Z")]
    public void Working_hours_follow_the_clock_through_a_change_of_summer_time(string name, string end)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        DateTimeOffset notAfter = DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset[] moments =
            [.. Names(2000).Select(terminal => new RenewalSpread(21, zone).MomentFor(terminal, notAfter.AddDays(-28), notAfter))];

        Assert.All(moments, moment => Assert.True(IsWorking(moment, zone), $"{TimeZoneInfo.ConvertTime(moment, zone)}"));
        Assert.Equal(2, moments.Select(moment => zone.GetUtcOffset(moment)).Distinct().Count());
        int[] hours = [.. moments.Select(moment => TimeZoneInfo.ConvertTime(moment, zone).Hour).Distinct().Order()];
        Assert.Equal(Enumerable.Range(9, 8), hours);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Without_room_it_is_the_opening_of_the_window(int windowDays) =>
        Assert.Equal(
            NotAfter.AddDays(-windowDays),
            new RenewalSpread(21, Certificates.Tokyo).MomentFor("1TEST01", NotAfter.AddDays(-windowDays), NotAfter));

    [Fact]
    public void A_spread_over_a_weekend_alone_takes_what_hours_there_are()
    {
        // From Saturday to Sunday, 00:00 in Japan.
        var opens = new DateTimeOffset(2026, 11, 7, 0, 0, 0, TimeSpan.FromHours(9));
        Assert.All(Names(200), name => Assert.InRange(
            new RenewalSpread(1, Certificates.Tokyo).MomentFor(name, opens, opens.AddDays(28)), opens, opens.AddDays(1).AddTicks(-1)));
    }

    [Fact]
    public void A_certificate_without_an_end_has_a_moment_too()
    {
        // RFC 5280, section 4.1.2.5.
        var notAfter = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);
        Assert.InRange(
            new RenewalSpread(60, Certificates.Tokyo).MomentFor("1TEST01", notAfter.AddDays(-28), notAfter),
            notAfter.AddDays(-28),
            notAfter.AddDays(-7));
    }

    // The bounds are the 99.9 % quantiles of chi-square; the names are fixed, so the outcome is too.
    [Fact]
    public void Ten_thousand_terminals_are_spread_evenly_over_the_working_hours()
    {
        DateTimeOffset[] moments = [.. Names(10_000).Select(name => MomentOf(name))];

        // From Tuesday, 3 November, to Tuesday, 24 November, 09:00 in Japan: 15 working days of 8 hours.
        int[] hours = Counts(moments, moment => (moment - Opens).Ticks / TimeSpan.TicksPerHour);
        Assert.Equal(15 * 8, hours.Length);
        Assert.InRange(ChiSquare(hours), 0, 172.7);
        Assert.InRange(hours.Max(), 1, 2 * moments.Length / hours.Length);

        int[] minutes = Counts(moments, moment => moment.Minute);
        Assert.Equal(60, minutes.Length);
        Assert.InRange(ChiSquare(minutes), 0, 98.3);
    }

    private static DateTimeOffset MomentOf(string terminal) =>
        new RenewalSpread(21, Certificates.Tokyo).MomentFor(terminal, Opens, NotAfter);

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(number => $"1T{number:D5}");

    private static int[] Counts(IEnumerable<DateTimeOffset> moments, Func<DateTimeOffset, long> slot) =>
        [.. moments.CountBy(slot).Select(counted => counted.Value)];

    private static double ChiSquare(int[] counts)
    {
        double expected = counts.Average();
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private static bool IsWorking(DateTimeOffset moment, TimeZoneInfo zone)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(moment, zone);
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 17;
    }

    private static bool HasWorkingHour(DateTimeOffset opens, DateTimeOffset end, TimeZoneInfo zone)
    {
        for (DateTimeOffset hour = new DateTimeOffset(opens.Date, TimeSpan.Zero).AddHours(opens.Hour + 1); hour.AddHours(1) <= end; hour = hour.AddHours(1))
        {
            if (IsWorking(hour, zone))
            {
                return true;
            }
        }

        return false;
    }
}
