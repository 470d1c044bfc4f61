namespace NaccsCert.PowerShell.Text;

/// <summary>The texts that commands show; the names are the keys of <c>Messages.resx</c>.</summary>
internal enum MessageId
{
    CodeIsNoText,
    ActionEnroll,
    ActionRenew,
    ActionInstallRoot,
    ActionGiveUp,
    ActionResume,
    ActionRemove,
    ActionImport,
    ActionWriteRequest,
    ActionOnTarget,
    ActionOnTargetQuestion,
    ServiceWouldAnswer,
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
