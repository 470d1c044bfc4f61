namespace NaccsCert.Fleet;

/// <summary>How much something asks for attention.</summary>
internal enum FleetGrade
{
    /// <summary>Nothing needs to be done.</summary>
    Good,

    /// <summary>Something is due, or will have to be looked at.</summary>
    Warning,

    /// <summary>Something has failed, or cannot go on as it is.</summary>
    Bad,
}
