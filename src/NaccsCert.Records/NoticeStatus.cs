namespace NaccsCert;

/// <summary>Whether the user was told.</summary>
public enum NoticeStatus : long
{
    /// <summary>There was nothing to tell, or no notice was wanted.</summary>
    None,

    /// <summary>A notice was shown.</summary>
    Shown,

    /// <summary>One was shown today already, and one a day is enough.</summary>
    ShownToday,

    /// <summary>There is no way to show one here.</summary>
    Unavailable,

    /// <summary>Group Policy leaves it to the operator's own tool, which is installed.</summary>
    LeftToOfficialTool,
}
