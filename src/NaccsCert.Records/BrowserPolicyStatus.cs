namespace NaccsCert;

/// <summary>Whether a browser on this computer has an entry of its policy.</summary>
public enum BrowserPolicyStatus : long
{
    /// <summary>It has not.</summary>
    NotSet,

    /// <summary>It has, and nothing contradicts it.</summary>
    Set,

    /// <summary>Something that is set already contradicts it.</summary>
    Conflict,
}
