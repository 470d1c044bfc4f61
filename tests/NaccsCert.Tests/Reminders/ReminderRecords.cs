using System;

namespace NaccsCert.Tests.Reminders;

/// <summary>Reminders as <c>Get-NaccsRenewalReminder</c> shows them.</summary>
internal static class ReminderRecords
{
    /// <summary>One that nobody has registered.</summary>
    public static NaccsRenewalReminder NotRegistered { get; } = Of(ReminderStatus.NotRegistered);

    /// <summary>One with a status, and whatever else goes with it.</summary>
    public static NaccsRenewalReminder Of(ReminderStatus status, ErrorId? error = null) => new()
    {
        Status = status,
        Reason = "because",
        TaskName = "NaccsCert renewal reminder S-1-5-21-1",
        Registered = status == ReminderStatus.NotRegistered ? null : DateTimeOffset.UnixEpoch,
        AutoRenew = false,
        ReminderDays = 28,
        RenewalSpreadDays = 14,
        LastRun = null,
        LastSuccess = null,
        Failures = error is null ? 0 : 1,
        LastError = error,
    };
}
