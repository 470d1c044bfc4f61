namespace NaccsCert.Sandbox.Scep;

/// <summary>What a CertRep says of the request (RFC 8894 section 3.2.1.3).</summary>
internal enum PkiStatus
{
    Success = 0,
    Failure = 2,
    Pending = 3,
}
