namespace NaccsCert;

/// <summary>How much an entry of the log matters.</summary>
public enum LogLevel : long
{
    /// <summary>What was done.</summary>
    Informational,

    /// <summary>Something needs attention, and the work went on.</summary>
    Warning,

    /// <summary>Something has failed.</summary>
    Error,
}
