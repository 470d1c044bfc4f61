namespace NaccsCert.Sandbox.Scep;

/// <summary>Why a request failed (RFC 8894 section 3.2.1.4).</summary>
internal enum FailInfo
{
    /// <summary>An algorithm is not supported.</summary>
    BadAlg = 0,

    /// <summary>The message cannot be verified or opened.</summary>
    BadMessageCheck = 1,

    /// <summary>The request is not permitted.</summary>
    BadRequest = 2,

    /// <summary>There is no such certificate or request.</summary>
    BadCertId = 4,
}
