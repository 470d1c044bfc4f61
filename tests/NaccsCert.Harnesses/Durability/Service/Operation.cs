namespace NaccsCert.Harnesses.Durability.Service;

/// <summary>What a process is killed over.</summary>
internal enum Operation
{
    /// <summary>A first enrollment, in a home where nothing was ever done.</summary>
    Enroll,

    /// <summary>A renewal.</summary>
    Renew,
}
