namespace NaccsCert.Terminals;

/// <summary>Where was looked for what is installed: it says what it means that something was not found.</summary>
internal enum InstalledSource
{
    /// <summary>A store of this user on this computer.</summary>
    Store,

    /// <summary>Reports of many computers, in which neither replaced certificates are nor those that ended more than 28 days ago.</summary>
    Reports,

    /// <summary>Objects that were handed in.</summary>
    Objects,
}
