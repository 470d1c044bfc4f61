using System;
using System.Collections.Generic;

namespace NaccsCert.Services;

/// <summary>The maintenance windows of a service as people and scripts read them (manual 9.4).</summary>
internal static class MaintenanceSchedule
{
    /// <summary>Lists the window that is on, and those that follow.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="next">How many to list of those that have not begun.</param>
    /// <param name="local">The zone of this computer.</param>
    /// <returns>The windows in their order; none for a service without maintenance.</returns>
    public static IReadOnlyList<NaccsMaintenanceWindow> List(
        ServiceDefinition definition, DateTimeOffset now, int next, TimeZoneInfo local)
    {
        var windows = new List<NaccsMaintenanceWindow>();
        if (definition.Maintenance is not { } rule)
        {
            return windows;
        }

        if (MaintenanceCalendar.Current(rule, now) is { } current)
        {
            windows.Add(Describe(definition, rule, current, isCurrent: true, local));
        }

        for (DateTimeOffset moment = now; next > 0; next--)
        {
            MaintenanceWindow window = MaintenanceCalendar.Next(rule, moment);
            windows.Add(Describe(definition, rule, window, isCurrent: false, local));
            moment = window.Start;
        }

        return windows;
    }

    private static NaccsMaintenanceWindow Describe(
        ServiceDefinition definition, MaintenanceRule rule, MaintenanceWindow window, bool isCurrent, TimeZoneInfo local) => new()
        {
            Service = definition.Name,
            IsCurrent = isCurrent,
            Start = window.Start,
            End = window.End,
            ServiceStart = TimeZoneInfo.ConvertTime(window.Start, rule.TimeZone),
            ServiceEnd = TimeZoneInfo.ConvertTime(window.End, rule.TimeZone),
            LocalStart = TimeZoneInfo.ConvertTime(window.Start, local),
            LocalEnd = TimeZoneInfo.ConvertTime(window.End, local),
        };
}
