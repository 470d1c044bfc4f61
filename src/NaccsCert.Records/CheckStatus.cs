namespace NaccsCert;

/// <summary>The verdict of one check, and of all checks together.</summary>
public enum CheckStatus : long
{
    /// <summary>In order.</summary>
    Passed,

    /// <summary>Works now, but needs attention.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Failed,

    /// <summary>Was not checked, because an earlier check failed or it was not asked for.</summary>
    Skipped,
}
