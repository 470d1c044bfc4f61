namespace NaccsCert.PowerShell.Rows;

/// <summary>How a row of a list has ended.</summary>
internal enum RowOutcome
{
    /// <summary>Its certificate is installed.</summary>
    Enrolled,

    /// <summary>Its codes have given an installed certificate before; nothing was sent.</summary>
    AlreadyEnrolled,

    /// <summary>The service or another process has to come to an end first; the row is to be run again.</summary>
    Later,

    /// <summary>It failed; the row is to be run again.</summary>
    Failed,
}
