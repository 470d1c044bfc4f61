namespace NaccsCert.Messages.Scep;

/// <summary>What became of a request, by the numbers on the wire (RFC 8894, section 3.2.1.3).</summary>
internal enum PkiStatus
{
    /// <summary>Granted.</summary>
    Success = 0,

    /// <summary>Rejected.</summary>
    Failure = 2,

    /// <summary>To be decided by somebody.</summary>
    Pending = 3,
}
