using System;
using NaccsCert.Time;

namespace NaccsCert.Services;

/// <summary>A monthly maintenance window (manual 9.4), in the service's own time zone.</summary>
/// <param name="WeekOfMonth">Which of the month's days of that name, from 1.</param>
/// <param name="DayOfWeek">The day on which the window begins.</param>
/// <param name="Start">The time of day at which it begins.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="TimeZone">The zone that the rule speaks of.</param>
internal sealed record MaintenanceRule(
    int WeekOfMonth, DayOfWeek DayOfWeek, TimeSpan Start, CalendarPeriod Duration, TimeZoneInfo TimeZone);
