namespace NaccsCert.Renewal;

/// <summary>What a notice is about.</summary>
internal enum NoticeKind
{
    /// <summary>The certificate can be renewed.</summary>
    RenewalDue,

    /// <summary>A silent renewal has failed.</summary>
    RenewalFailed,

    /// <summary>The certificate has to be issued anew through NSS.</summary>
    ReissueRequired,
}
