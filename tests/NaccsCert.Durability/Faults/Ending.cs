namespace NaccsCert.Durability.Faults;

/// <summary>How a connection goes on after its fault.</summary>
internal enum Ending
{
    /// <summary>It goes on.</summary>
    GoesOn,

    /// <summary>It is closed in good order, by one side or by the fault.</summary>
    Closed,

    /// <summary>It is reset.</summary>
    Reset,
}
