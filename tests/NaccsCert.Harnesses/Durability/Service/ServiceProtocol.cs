namespace NaccsCert.Harnesses.Durability.Service;

/// <summary>What the service speaks.</summary>
internal enum ServiceProtocol
{
    /// <summary>RFC 7030.</summary>
    Est,

    /// <summary>RFC 8894.</summary>
    Scep,
}
