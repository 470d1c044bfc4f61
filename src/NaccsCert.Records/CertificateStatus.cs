namespace NaccsCert;

/// <summary>What an installed certificate is good for at this moment.</summary>
public enum CertificateStatus : long
{
    /// <summary>Within its validity, its key signs, and its renewal is not yet open.</summary>
    Valid,

    /// <summary>Valid, and within the renewal window: renew it now (manual 1.2).</summary>
    RenewalDue,

    /// <summary>Past its not-after: it cannot be renewed, only re-issued through NSS (manual 1.2).</summary>
    Expired,

    /// <summary>Its not-before lies in the future: wait, or set the clock of this computer.</summary>
    NotYetValid,

    /// <summary>The store holds the certificate without a private key.</summary>
    KeyMissing,

    /// <summary>The store names a private key, but it does not sign.</summary>
    KeyUnusable,

    /// <summary>A newer valid certificate of the same terminal has taken its place.</summary>
    Superseded,

    /// <summary>It bears the name of the service's issuer, and nothing shows that it comes from there.</summary>
    Unverified,
}
