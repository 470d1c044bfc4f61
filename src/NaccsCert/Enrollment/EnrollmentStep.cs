namespace NaccsCert.Enrollment;

/// <summary>The steps of an enrollment, in their order, for those who watch.</summary>
public enum EnrollmentStep
{
    /// <summary>Take the lock, and look for an unfinished enrollment.</summary>
    Lock,

    /// <summary>Ask the service for its CA certificates and its csrAttributes, and make the key and the request.</summary>
    Prepare,

    /// <summary>Note in the journal that the request is about to be sent.</summary>
    Announce,

    /// <summary>Send the request and verify the answer.</summary>
    Submit,

    /// <summary>Look whether a pending request may be sent again.</summary>
    Wait,

    /// <summary>Put the certificate into the store.</summary>
    Install,

    /// <summary>Sign with the installed certificate.</summary>
    Verify,

    /// <summary>Trust the root, and close the journal entry.</summary>
    Complete,
}
