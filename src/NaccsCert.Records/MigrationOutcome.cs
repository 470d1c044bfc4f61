namespace NaccsCert;

/// <summary>What a change does to something of this module; the most urgent first.</summary>
public enum MigrationOutcome : long
{
    /// <summary>It is lost.</summary>
    Lost,

    /// <summary>It cannot be told whether it is lost: prepare for it.</summary>
    Unknown,

    /// <summary>It is lost where it is, and can be taken along before.</summary>
    Movable,

    /// <summary>It stays.</summary>
    Stays,

    /// <summary>Nobody works with it any more, whatever is changed.</summary>
    NotInUse,
}
