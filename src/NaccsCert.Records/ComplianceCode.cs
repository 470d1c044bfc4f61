namespace NaccsCert;

/// <summary>What <c>Test-NaccsCompliance</c> finds.</summary>
public enum ComplianceCode : long
{
    /// <summary>No certificate is due.</summary>
    Valid,

    /// <summary>One is due, and Group Policy leaves renewing to the user.</summary>
    LeftToUser,

    /// <summary>One is due, and its silent renewal has a moment of its own that has not come.</summary>
    Scheduled,

    /// <summary>No certificate of the service is there.</summary>
    NoCertificate,

    /// <summary>One is due now.</summary>
    RenewalDue,

    /// <summary>One can be neither used nor renewed: a re-issue through NSS is needed (manual 1.2).</summary>
    ReissueRequired,

    /// <summary>This is an account of services (manual 1.1).</summary>
    AccountIsService,

    /// <summary>This account was elevated to, and is not that of the desktop (manual 1.1).</summary>
    AccountElevatedAsAnother,

    /// <summary>This account is not that of the desktop (manual 1.1).</summary>
    AccountNotDesktopUser,

    /// <summary>The time was up before anything could be said.</summary>
    TimedOut,
}
