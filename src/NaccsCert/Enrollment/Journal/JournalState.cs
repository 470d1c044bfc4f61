namespace NaccsCert.Enrollment.Journal;

/// <summary>How far an enrollment has come; each state is written only after its proof.</summary>
public enum JournalState
{
    /// <summary>The key is on disk, and the request is signed with it.</summary>
    KeyCreated,

    /// <summary>The request may have reached the service.</summary>
    Submitted,

    /// <summary>The service has accepted the request and will answer later.</summary>
    Pending,

    /// <summary>The certificate has arrived and was verified.</summary>
    Issued,

    /// <summary>The certificate is in the store.</summary>
    Installed,

    /// <summary>The certificate in the store has signed with its key.</summary>
    Verified,
}
