namespace NaccsCert.Sandbox.Scep;

/// <summary>What a message is (RFC 8894 section 3.2.1.2).</summary>
internal enum MessageType
{
    CertRep = 3,
    RenewalReq = 17,
    PkcsReq = 19,
    CertPoll = 20,
}
