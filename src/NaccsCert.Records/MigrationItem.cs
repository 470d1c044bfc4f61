namespace NaccsCert;

/// <summary>What <c>Test-NaccsMigration</c> judges.</summary>
public enum MigrationItem : long
{
    /// <summary>An installed certificate with its key.</summary>
    Certificate,

    /// <summary>An unfinished enrollment or renewal with its key.</summary>
    Enrollment,

    /// <summary>The scheduled task that reminds of renewals.</summary>
    Reminder,

    /// <summary>The entry of the assistant in the Start menu.</summary>
    StartMenuEntry,
}
