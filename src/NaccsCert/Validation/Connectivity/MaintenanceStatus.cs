using System;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Validation.Connectivity;

/// <summary>Where a moment stands in the maintenance calendar.</summary>
/// <param name="Current">The window that is on; null when none is.</param>
/// <param name="Next">The next window; null when there is no maintenance.</param>
/// <param name="Zone">The time zone in which the service announces them; null when there is no maintenance.</param>
internal sealed record MaintenanceStatus(MaintenanceWindow? Current, MaintenanceWindow? Next, TimeZoneInfo? Zone)
{
    /// <summary>Looks a moment up.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="rule">The rule; null for none.</param>
    public static MaintenanceStatus At(DateTimeOffset moment, MaintenanceRule? rule) =>
        new(MaintenanceCalendar.Current(rule, moment), rule is null ? null : MaintenanceCalendar.Next(rule, moment), rule?.TimeZone);

    /// <summary>The finding as a check: maintenance that is on is a warning, with its end.</summary>
    /// <param name="name">The name of the check.</param>
    public Check Check(string name) =>
        Current is not null ? new Check(name, CheckStatus.Warning, Strings.Format(StringId.MaintenanceNow, LocalTime.Text(Current.End, Zone)))
        : new Check(name, CheckStatus.Passed, Next is null
            ? Strings.Format(StringId.MaintenanceNone)
            : Strings.Format(StringId.MaintenanceNext, LocalTime.Text(Next.Start, Zone)));
}
