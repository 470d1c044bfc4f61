using System;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>Where a moment stands in the maintenance calendar.</summary>
/// <param name="Current">The window that is on; null when none is.</param>
/// <param name="Next">The next window; null when there is no maintenance.</param>
internal sealed record MaintenanceFinding(MaintenanceWindow? Current, MaintenanceWindow? Next)
{
    /// <summary>Looks a moment up.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="rule">The rule; null for none.</param>
    public static MaintenanceFinding At(DateTimeOffset moment, MaintenanceRule? rule) =>
        new(MaintenanceCalendar.Current(rule, moment), rule is null ? null : MaintenanceCalendar.Next(rule, moment));

    /// <summary>The finding as a check: maintenance that is on is a warning, with its end.</summary>
    /// <param name="name">The name of the check.</param>
    public Check Check(string name) =>
        Current is not null ? new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.MaintenanceNow, LocalTime.Text(Current.End)))
        : new Check(name, Verdict.Passed, Next is null
            ? ReasonText.Of(ReasonId.MaintenanceNone)
            : ReasonText.Of(ReasonId.MaintenanceNext, LocalTime.Text(Next.Start)));
}
