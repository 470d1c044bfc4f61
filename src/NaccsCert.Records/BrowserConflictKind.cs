namespace NaccsCert;

/// <summary>How something that is set already contradicts an entry of a browser's policy.</summary>
public enum BrowserConflictKind : long
{
    /// <summary>An entry for the same host has another filter.</summary>
    OtherFilter,

    /// <summary>An entry cannot be read, by browsers neither.</summary>
    BrokenEntry,

    /// <summary>The number of the entry is in use in the registry, and would be overwritten.</summary>
    NumberInUse,

    /// <summary>The pattern of an entry with another filter covers the host.</summary>
    WiderPattern,

    /// <summary>The policy is set in another place as well, and browsers read one alone.</summary>
    OtherList,
}
