namespace NaccsCert.PowerShell.Text;

/// <summary>The texts that commands show; the names are the keys of <c>CommandText.resx</c>.</summary>
internal enum MessageId
{
    CodeIsNoText,
    ActionEnroll,
    ActionRenew,
    ActionInstallRoot,
    ActionDiscard,
    ActionResume,
    ActionRemove,
    ActionImport,
    ActionWriteRequest,
    ActionOnTarget,
    ActionOnTargetQuestion,
    ServiceWouldIssue,
    ActivityEnroll,
    ActivityRenew,
    ActivityResume,
    ActivityImport,
    ProxySignIn,
    ClockSkewed,
    TlsInspected,
    ActionRegisterReminder,
    ActionUnregisterReminder,
    ActionRemind,
    ReminderBusy,
}
