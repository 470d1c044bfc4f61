using System;

namespace NaccsCert;

/// <summary>The reminder of the signed-in user (manual 6.1). All times are UTC.</summary>
public sealed record NaccsRenewalReminder
{
    /// <summary>Whether it works.</summary>
    public required ReminderStatus Status { get; init; }

    /// <summary>Why, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The scheduled task; empty where the platform has none.</summary>
    public required string TaskName { get; init; }

    /// <summary>When it was registered; null when it is not.</summary>
    public required DateTimeOffset? Registered { get; init; }

    /// <summary>Whether due certificates are renewed silently.</summary>
    public required bool AutoRenew { get; init; }

    /// <summary>How many days before the end of validity notices begin.</summary>
    public required int ReminderDays { get; init; }

    /// <summary>Over how many days silent renewals are spread.</summary>
    public required int RenewalSpreadDays { get; init; }

    /// <summary>Who tells the user of due renewals now: this module, or the operator's own tool.</summary>
    public ReminderProvider RemindedBy { get; init; }

    /// <summary>The operator's own tool with its version, where it is installed; null where it is not.</summary>
    public string? OfficialTool
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The end of the last run; null before the first.</summary>
    public required DateTimeOffset? LastRun { get; init; }

    /// <summary>The end of the last run without a failure; null before the first.</summary>
    public required DateTimeOffset? LastSuccess { get; init; }

    /// <summary>How many runs in a row had a failure.</summary>
    public required int Failures { get; init; }

    /// <summary>The identity of the last run's error; null when it had none.</summary>
    public required ErrorId? LastError { get; init; }

    /// <summary>
    /// The last result of the scheduled task, as <c>Get-ScheduledTaskInfo</c> shows it: 0, an exit code or an HRESULT. Null
    /// while there is none, and where the platform has no Task Scheduler.
    /// </summary>
    public long? LastTaskResult { get; init; }

    /// <summary>The reminder on one line.</summary>
    public override string ToString() => $"{Status}: {Reason}";
}
