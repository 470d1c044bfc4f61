namespace NaccsCert.Messages.Scep;

/// <summary>Why a request was rejected, by the numbers on the wire (RFC 8894, section 3.2.1.4).</summary>
internal enum FailInfo
{
    /// <summary>An algorithm is not known or not supported.</summary>
    BadAlg = 0,

    /// <summary>The integrity of the message could not be verified.</summary>
    BadMessageCheck = 1,

    /// <summary>The transaction is not permitted or not supported.</summary>
    BadRequest = 2,

    /// <summary>The signing time is not close enough to the server's time.</summary>
    BadTime = 3,

    /// <summary>No certificate could be identified by what was given.</summary>
    BadCertId = 4,
}
