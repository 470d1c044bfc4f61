namespace NaccsCert.Messages.Scep;

/// <summary>What a message is, by the numbers on the wire (RFC 8894, section 3.2.1.2).</summary>
internal enum ScepMessageType
{
    /// <summary>The answer to each of the others.</summary>
    CertRep = 3,

    /// <summary>A request that the current certificate signs.</summary>
    RenewalReq = 17,

    /// <summary>A first request, which its own key signs.</summary>
    PkcsReq = 19,

    /// <summary>Asks for the answer to an earlier request.</summary>
    CertPoll = 20,
}
