namespace NaccsCert;

/// <summary>What <c>Compare-NaccsTerminal</c> finds about a terminal; what comes later is more urgent.</summary>
public enum TerminalStatus : long
{
    /// <summary>Ordered, and installed once.</summary>
    Installed,

    /// <summary>Ordered and installed, and an older certificate is still there; or only one that was replaced was found.</summary>
    Superseded,

    /// <summary>Within the renewal window: renew it now (manual 1.2).</summary>
    RenewalDue,

    /// <summary>Installed, and not in the list.</summary>
    Unknown,

    /// <summary>More than one certificate that can be used, on several computers or on one.</summary>
    Duplicate,

    /// <summary>A certificate bears the name, and nothing shows that it comes from the service.</summary>
    Unverified,

    /// <summary>Ordered, and installed nowhere: it may be suspended two months after its issue.</summary>
    NotFetched,

    /// <summary>Its private key is missing or does not sign: a re-issue through NSS is needed (manual 1.2).</summary>
    Unusable,

    /// <summary>Past its not-after: it needs a re-issue through NSS (manual 1.2), and may be suspended two months after that.</summary>
    Expired,
}
