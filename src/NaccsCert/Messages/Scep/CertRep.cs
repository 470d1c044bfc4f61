namespace NaccsCert.Messages.Scep;

/// <summary>An answer (RFC 8894, section 3.3.2) whose sender and whose place in the transaction are proven.</summary>
/// <param name="Status">What became of the request.</param>
/// <param name="Content">The enveloped certificates; empty unless granted.</param>
internal sealed record CertRep(PkiStatus Status, byte[] Content)
{
    /// <summary>Why it was rejected; null where it was not, or says no number; of numbers beyond the known ones, nothing is known.</summary>
    public FailInfo? FailInfo { get; init; }

    /// <summary>The same for people, with the service's own words; empty where it was not rejected.</summary>
    public string Reason { get; init; } = string.Empty;
}
