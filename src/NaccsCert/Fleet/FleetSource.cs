namespace NaccsCert.Fleet;

/// <summary>How something came to be known.</summary>
internal enum FleetSource
{
    /// <summary>By a file that <c>Test-NaccsCompliance</c> has left in a folder.</summary>
    Report,

    /// <summary>By the output of the detection script, as Intune keeps it.</summary>
    Intune,

    /// <summary>By a result that was piped.</summary>
    Result,
}
