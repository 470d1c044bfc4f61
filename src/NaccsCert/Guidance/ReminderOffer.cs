namespace NaccsCert.Guidance;

/// <summary>What there is to be said about the reminder.</summary>
internal enum ReminderOffer
{
    /// <summary>It is registered, or nothing is known of it: nothing is to be said.</summary>
    None,

    /// <summary>It can be registered.</summary>
    Register,

    /// <summary>This computer has no Task Scheduler: somebody has to remember.</summary>
    Unavailable,
}
