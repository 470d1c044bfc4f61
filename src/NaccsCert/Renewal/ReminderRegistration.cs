using System;
using System.Runtime.InteropServices;
using NaccsCert.IO;
using NaccsCert.Policies;
using NaccsCert.Time;
using NaccsCert.Windows;

namespace NaccsCert.Renewal;

/// <summary>
/// The reminder of the signed-in user: a scheduled task, what toasts need in the registry, and what it remembers.
/// Nothing of it takes administrator rights, and none of it touches a certificate.
/// </summary>
public static class ReminderRegistration
{
    /// <summary>Shows the reminder.</summary>
    /// <param name="policy">What the administrator has settled.</param>
    /// <param name="clock">The present moment.</param>
    /// <returns>The reminder, registered or not.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public static NaccsRenewalReminder Show(GroupPolicy policy, IClock clock)
    {
        ReminderState state = ReminderFile.OfUser.Read();
        var settings = ReminderSettings.From(policy, state.AutoRenew);
        (ReminderStatus status, string reason) = ReminderHealth.Judge(state, clock.UtcNow);
        return new NaccsRenewalReminder
        {
            Status = status,
            Reason = reason,
            TaskName = ReminderTask.NameFor(AccountReader.Read().UserId),
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
    /// <param name="service">The service definition, a name or a path; null for the one that holds when the task runs.</param>
    /// <param name="autoRenew">Whether due certificates are to be renewed silently.</param>
    /// <param name="clock">The present moment.</param>
    /// <returns>The text.</returns>
    public static string Describe(string moduleFolder, string? service, bool autoRenew, IClock clock) =>
        TaskXml.Format(NewTask(NewCommand(moduleFolder, service), autoRenew, clock));

    /// <summary>Registers the reminder, or registers it anew.</summary>
    /// <param name="moduleFolder">The folder of the module.</param>
    /// <param name="service">The service definition, a name or a path; null for the one that holds when the task runs.</param>
    /// <param name="autoRenew">Whether due certificates are to be renewed silently.</param>
    /// <param name="clock">The present moment.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.TaskSchedulerUnavailable"/>, <see cref="ErrorId.TaskSchedulerRefused"/> or
    /// <see cref="ErrorId.ReminderStateUnavailable"/>.
    /// </exception>
    public static void Register(string moduleFolder, string? service, bool autoRenew, IClock clock)
    {
        ReminderCommand command = NewCommand(moduleFolder, service);
        PrivateFiles.CreateFolder(DataFolders.User);
        WindowsTaskScheduler.Create(NewTask(command, autoRenew, clock), DataFolders.User);
        UserClassesRegistry.Write(UserClasses.Values(command.RenewCommandLine));
        ReminderFile file = ReminderFile.OfUser;
        file.Write(file.Read() with { Registered = clock.UtcNow, AutoRenew = autoRenew });
    }

    /// <summary>Removes the reminder. Certificates stay (manual 8).</summary>
    /// <exception cref="NaccsException">As for <see cref="Register"/>.</exception>
    public static void Unregister()
    {
        WindowsTaskScheduler.Delete(ReminderTask.NameFor(AccountReader.Read().UserId));
        UserClassesRegistry.Delete();
        ReminderFile.OfUser.Delete();
    }

    // Elsewhere than on Windows the task can only be shown, and is shown as it would be there.
    private static ReminderCommand NewCommand(string moduleFolder, string? service) => new(
        moduleFolder,
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Environment.SystemDirectory : @"C:\Windows\System32",
        service);

    private static TaskDefinition NewTask(ReminderCommand command, bool autoRenew, IClock clock) => ReminderTask.New(
        AccountReader.Read().UserId, command, autoRenew, clock.UtcNow.LocalDateTime, ReminderTask.Random);
}
