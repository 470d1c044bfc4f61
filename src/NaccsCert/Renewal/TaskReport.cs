using System;

namespace NaccsCert.Renewal;

/// <summary>What the Task Scheduler knows of a task.</summary>
/// <param name="State">How far its last run is.</param>
/// <param name="LastRun">When that began, to the second; null where there was none.</param>
/// <param name="Result">Its result: an exit code, or an HRESULT of the Task Scheduler. Means something once it has ended.</param>
internal sealed record TaskReport(TaskRunState State, DateTimeOffset? LastRun = null, int Result = 0)
{
    /// <summary>Whether a run has ended that began at a moment or later.</summary>
    /// <param name="moment">The moment; the Task Scheduler drops fractions of seconds.</param>
    public bool EndedSince(DateTimeOffset moment) =>
        State == TaskRunState.Ended && LastRun is { } last && last.UtcTicks / TimeSpan.TicksPerSecond >= moment.UtcTicks / TimeSpan.TicksPerSecond;
}
