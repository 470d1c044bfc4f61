namespace NaccsCert.Enrollment.Journal;

/// <summary>
/// Where an enrollment stands, in their order; the one enumeration of code, journal, events and progress. Only the stages from
/// <see cref="KeyCreated"/> to <see cref="Installed"/> are on disk, and each is written only after its effect is proven.
/// </summary>
internal enum EnrollmentStage
{
    /// <summary>Taking the lock of the service, and looking for an unfinished enrollment.</summary>
    Locking,

    /// <summary>Asking the service for its CA certificates and CSR attributes, and making the key and the request.</summary>
    Preparing,

    /// <summary>The key is on disk, and the request is signed with it.</summary>
    KeyCreated,

    /// <summary>The request may have reached the service.</summary>
    Submitted,

    /// <summary>The service has accepted the request and will issue later.</summary>
    Pending,

    /// <summary>The certificate has arrived and was verified.</summary>
    Issued,

    /// <summary>The certificate is in the store.</summary>
    Installed,

    /// <summary>The certificate in the store was read back, and its key has signed.</summary>
    Verified,

    /// <summary>There is a result.</summary>
    Finished,
}
