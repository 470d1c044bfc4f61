namespace NaccsCert;

/// <summary>Whether the reminder works.</summary>
public enum ReminderStatus : long
{
    /// <summary>None is registered.</summary>
    NotRegistered,

    /// <summary>It is registered and works, or has just been registered.</summary>
    Healthy,

    /// <summary>Its last run had a failure.</summary>
    Failing,

    /// <summary>It has not run for days.</summary>
    Stale,
}
