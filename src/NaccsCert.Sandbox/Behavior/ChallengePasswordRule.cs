namespace NaccsCert.Sandbox.Behavior;

/// <summary>What becomes of a <c>challengePassword</c> in a CSR (RFC 2985 section 5.4.1).</summary>
internal enum ChallengePasswordRule
{
    /// <summary>It is ignored.</summary>
    Ignore,

    /// <summary>A request that has one is refused.</summary>
    Refuse,

    /// <summary>It is a shared secret, the three codes in a row, and required beside the sign-in.</summary>
    Verify,

    /// <summary>
    /// It must link the request to the TLS session (RFC 7030 section 3.5), and <c>csrattrs</c> says so. No request is
    /// good enough: the sandbox does not know the tls-unique value of a session, which TLS 1.3 does not have.
    /// </summary>
    Link,
}
