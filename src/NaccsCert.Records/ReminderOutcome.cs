namespace NaccsCert;

/// <summary>How a run of the reminder ended for a certificate.</summary>
public enum ReminderOutcome : long
{
    /// <summary>Nothing was to be done yet.</summary>
    NotDue,

    /// <summary>Its silent renewal has a moment of its own that has not come.</summary>
    Scheduled,

    /// <summary>It is due, and the user is to renew it.</summary>
    RenewalDue,

    /// <summary>It was renewed.</summary>
    Renewed,

    /// <summary>The service has put its answer off, is in maintenance, or another process is at it.</summary>
    Waiting,

    /// <summary>Its renewal failed; it is tried again at the time of the next attempt.</summary>
    Failed,

    /// <summary>It cannot be renewed any more: it has to be issued anew through NSS (manual 1.2).</summary>
    ReissueRequired,
}
