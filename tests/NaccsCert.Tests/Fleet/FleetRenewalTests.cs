using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NaccsCert.Tests.Fleet;

/// <summary>All certificates of a generation become due at once; their silent renewals must not come at once.</summary>
public sealed class FleetRenewalTests(ITestOutputHelper output)
{
    private const int People = 500;
    private const int WorkingHours = 8;
    private const int WorkingDays = 15;

    [Fact]
    public async Task Silent_renewals_of_500_users_come_spread_over_the_window()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        DateTimeOffset first = Company.MondayAfter(DateTimeOffset.UtcNow);
        using var company = new Company(People);
        await company.EnrollAsync(first, cancellationToken);
        foreach (DateTimeOffset nine in Enumerable.Range(0, 28).Select(day => first.AddDays(day)).Where(IsWorkingDay))
        {
            await company.WorkAsync(nine, cancellationToken);
        }

        // Everybody has a new certificate, with a week to spare.
        DateTimeOffset[] renewals = [.. company.Renewals.OfType<DateTimeOffset>()];
        Assert.Equal(People, renewals.Length);
        Assert.All(renewals, renewal => Assert.True(renewal < first.AddDays(21).AddHours(WorkingHours), $"{renewal}"));

        // The mean is that of the hours to which renewals are spread: those in which people work.
        Dictionary<DateTimeOffset, int> hours = renewals
            .GroupBy(renewal => new DateTimeOffset(renewal.Date.AddHours(renewal.Hour), renewal.Offset))
            .ToDictionary(hour => hour.Key, hour => hour.Count());
        const double Mean = (double)People / (WorkingHours * WorkingDays);
        KeyValuePair<DateTimeOffset, int> busiest = hours.MaxBy(hour => hour.Value);
        output.WriteLine(
            $"{People} renewals in {hours.Count} hours; mean of {WorkingHours * WorkingDays} working hours {Mean:F2}; "
            + $"busiest {busiest.Key:ddd HH}h with {busiest.Value}: {busiest.Value / Mean:F2} times the mean");
        Assert.True(busiest.Value <= 3 * Mean, $"{busiest.Value} renewals in the hour of {busiest.Key}, mean {Mean}");
    }

    private static bool IsWorkingDay(DateTimeOffset day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
