namespace NaccsCert.Messages.Scep;

/// <summary>An answer (RFC 8894, section 3.3.2) whose sender and whose place in the transaction are proven.</summary>
/// <param name="Status">What became of the request.</param>
/// <param name="Content">The enveloped certificates; empty unless granted.</param>
internal sealed record CertRep(PkiStatus Status, byte[] Content);
