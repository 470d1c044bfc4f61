using System;
using System.Runtime.InteropServices;
using NaccsCert.Accounts;
using NaccsCert.Policies;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>
/// Registers the reminder of the user: a scheduled task, what toasts need in the registry, and what it remembers. Nothing of it
/// takes administrator rights, and none of it touches a certificate.
/// </summary>
internal sealed class ReminderRegistration
{
    private readonly ReminderFile _file;
    private readonly GroupPolicy _policy;
    private readonly AccountFacts _account;
    private readonly IClock _clock;

    /// <summary>Sets the registration up.</summary>
    /// <param name="file">What the reminder remembers.</param>
    /// <param name="policy">What Group Policy settles.</param>
    /// <param name="account">The user.</param>
    /// <param name="clock">The present moment.</param>
    public ReminderRegistration(ReminderFile file, GroupPolicy policy, AccountFacts account, IClock clock) =>
        (_file, _policy, _account, _clock) = (file, policy, account, clock);

    private string TaskName => ReminderTask.NameFor(_account.UserId);

    /// <summary>Shows the reminder.</summary>
    /// <returns>The reminder, registered or not.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public NaccsRenewalReminder Show()
    {
        ReminderState state = _file.Read();
        var settings = ReminderSettings.From(_policy, state.AutoRenew);
        (ReminderStatus status, string reason) = ReminderHealth.Evaluate(state, _clock.UtcNow);
        return new NaccsRenewalReminder
        {
            Status = status,
            Reason = reason,
            TaskName = TaskName,
            Registered = state.Registered,
            AutoRenew = settings.AutoRenew,
            ReminderDays = settings.ReminderDays,
            RenewalSpreadDays = settings.RenewalSpreadDays,
            LastRun = state.LastRun,
            LastSuccess = state.LastSuccess,
            Failures = state.Failures,
            LastError = state.LastError,
        };
    }

    /// <summary>The task as <c>schtasks.exe /XML</c> takes it, for those who distribute it by other means.</summary>
    /// <param name="moduleFolder">The folder of the module.</param>
    /// <param name="service">The service definition, a name or a path; null for the effective one when the task runs.</param>
    /// <param name="autoRenew">Whether due certificates are to be renewed silently.</param>
    public string Describe(string moduleFolder, string? service, bool autoRenew) =>
        TaskXml.Format(NewTask(NewCommand(moduleFolder, service), autoRenew));

    /// <summary>Registers the reminder, or registers it again.</summary>
    /// <param name="scheduler">Where the task is registered.</param>
    /// <param name="toasts">Where the sender of toasts is registered.</param>
    /// <param name="moduleFolder">The folder of the module.</param>
    /// <param name="service">The service definition, a name or a path; null for the effective one when the task runs.</param>
    /// <param name="autoRenew">Whether due certificates are to be renewed silently.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.TaskSchedulerUnavailable"/>, <see cref="ErrorId.TaskSchedulerRefused"/> or
    /// <see cref="ErrorId.ReminderStateUnavailable"/>.
    /// </exception>
    public void Register(
        ITaskScheduler scheduler, IToastRegistration toasts, string moduleFolder, string? service, bool autoRenew)
    {
        ReminderCommand command = NewCommand(moduleFolder, service);
        scheduler.Create(NewTask(command, autoRenew));
        toasts.Write(UserClasses.Values(command.RenewCommandLine));
        _file.Write(_file.Read() with { Registered = _clock.UtcNow, AutoRenew = autoRenew });
    }

    /// <summary>Removes the reminder. Certificates stay (manual 8).</summary>
    /// <param name="scheduler">Where the task is registered.</param>
    /// <param name="toasts">Where the sender of toasts is registered.</param>
    /// <exception cref="NaccsException">As for <see cref="Register"/>.</exception>
    public void Unregister(ITaskScheduler scheduler, IToastRegistration toasts)
    {
        scheduler.Delete(TaskName);
        toasts.Delete(UserClasses.Keys);
        _file.Delete();
    }

    // Elsewhere than on Windows the task can only be shown, and is shown as it would be there.
    private static ReminderCommand NewCommand(string moduleFolder, string? service) => new(
        moduleFolder,
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Environment.SystemDirectory : @"C:\Windows\System32",
        service);

    private TaskDefinition NewTask(ReminderCommand command, bool autoRenew) => ReminderTask.New(
        _account.UserId, command, autoRenew, _clock.UtcNow.LocalDateTime, ReminderTask.Random);
}
