namespace NaccsCert;

/// <summary>How an enrollment or a renewal ended.</summary>
public enum EnrollmentStatus : long
{
    /// <summary>A first certificate was issued, installed, and its key has signed.</summary>
    Enrolled,

    /// <summary>A new certificate was issued, installed, and its key has signed; the old one is superseded.</summary>
    Renewed,

    /// <summary>The service has accepted the request and will answer later; nothing is lost by waiting.</summary>
    Pending,

    /// <summary>The renewal window of the certificate is not open yet, or it was renewed already.</summary>
    NotDue,

    /// <summary>Another process of the same user is enrolling at the same service.</summary>
    Busy,

    /// <summary>The service is in its maintenance window; nothing is lost by coming back when it has ended.</summary>
    Deferred,

    /// <summary>A certificate that came as a file was installed, and its key has signed.</summary>
    Imported,

    /// <summary>The certificate is installed and tested, and its validity starts at a later day.</summary>
    NotYetValid,

    /// <summary>The same codes have given this user's installed certificate before; nothing was sent.</summary>
    AlreadyEnrolled,

    /// <summary>It failed, with the error that the result names; told only where results of failures are asked for.</summary>
    Failed,
}
