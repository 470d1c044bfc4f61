namespace NaccsCert.PowerShell.Guidance;

/// <summary>What a command looks for.</summary>
internal enum LookupSubject
{
    /// <summary>Certificates in a store of the user.</summary>
    Certificates,

    /// <summary>Unfinished enrollments of the user.</summary>
    Enrollments,
}
