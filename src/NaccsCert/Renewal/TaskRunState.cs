namespace NaccsCert.Renewal;

/// <summary>How far the last run of a scheduled task is.</summary>
internal enum TaskRunState
{
    /// <summary>There is no such task.</summary>
    Missing,

    /// <summary>It has not run yet.</summary>
    NotRunYet,

    /// <summary>It is running, or about to.</summary>
    Running,

    /// <summary>It has ended.</summary>
    Ended,
}
