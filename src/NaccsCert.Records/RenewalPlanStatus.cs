namespace NaccsCert;

/// <summary>What is to be done about a certificate, by its dates alone.</summary>
public enum RenewalPlanStatus : long
{
    /// <summary>Nothing yet.</summary>
    NotDue,

    /// <summary>It is due, and its silent renewal has a moment of its own that has not come.</summary>
    Scheduled,

    /// <summary>It is to be renewed now.</summary>
    RenewalDue,

    /// <summary>It cannot be renewed any more: it has to be issued anew through NSS (manual 1.2).</summary>
    ReissueRequired,
}
