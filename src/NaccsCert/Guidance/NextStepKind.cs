namespace NaccsCert.Guidance;

/// <summary>What is to be done after a command; the most urgent first.</summary>
internal enum NextStepKind
{
    /// <summary>The certificate can be neither used nor renewed: NSS re-issues it (manual 1.2).</summary>
    Reissue,

    /// <summary>The certificate can be used and nothing has replaced it, but it is archived: bring it back.</summary>
    Restore,

    /// <summary>The certificate is due: renew it.</summary>
    Renew,

    /// <summary>The service issues later: resume then, with the same codes.</summary>
    Resume,

    /// <summary>The request was written into a file: import what is issued for it.</summary>
    Import,

    /// <summary>The service is in maintenance: run the same command when it has ended.</summary>
    Deferred,

    /// <summary>Another process was at it: run the same command again.</summary>
    Busy,

    /// <summary>The certificate was renewed: programs still have the old one.</summary>
    Restart,

    /// <summary>The certificate was renewed and the old one archived: programs that are restarted offer only the new one.</summary>
    RestartForNew,

    /// <summary>Nothing reminds of the renewal: register the reminder.</summary>
    RegisterReminder,

    /// <summary>Nothing can remind of the renewal: remember its day.</summary>
    RenewLater,
}
