using System;
using System.Runtime.InteropServices;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>
/// Registers the reminder of the user: a scheduled task, what toasts need in the registry, and what it remembers. Nothing of it
/// takes administrator rights, and none of it touches a certificate.
/// </summary>
/// <param name="file">What the reminder remembers.</param>
/// <param name="scheduler">Where the task is registered.</param>
/// <param name="toasts">Where the sender of toasts is registered.</param>
/// <param name="userId">The SID of the user.</param>
/// <param name="clock">The present moment.</param>
internal sealed class ReminderRegistration(
    ReminderFile file, ITaskScheduler scheduler, IToastRegistration toasts, string userId, IClock clock)
{
    /// <summary>The name of the task.</summary>
    public string TaskName { get; } = ReminderTask.NameFor(userId);

    /// <summary>The task as <c>schtasks.exe /XML</c> takes it, for those who distribute it by other means.</summary>
    public string Describe(ReminderOptions options) => TaskXml.Format(NewTask(NewCommand(options)));

    /// <summary>Registers the reminder, or registers it again.</summary>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.TaskSchedulerUnavailable"/>, <see cref="ErrorId.TaskSchedulerRefused"/> or
    /// <see cref="ErrorId.ReminderStateUnavailable"/>.
    /// </exception>
    public void Register(ReminderOptions options)
    {
        ReminderCommand command = NewCommand(options);
        scheduler.Create(NewTask(command));
        toasts.Write(UserClasses.Values(command.RenewCommandLine));
        file.Write(file.Read() with { Registered = clock.UtcNow, AutoRenew = options.AutoRenew });
    }

    /// <summary>Removes the reminder. Certificates stay (manual 8).</summary>
    /// <exception cref="NaccsException">As for <see cref="Register"/>.</exception>
    public void Unregister()
    {
        scheduler.Delete(TaskName);
        toasts.Delete(UserClasses.Keys);
        file.Delete();
    }

    // Elsewhere than on Windows the task can only be shown, and is shown as it would be there.
    private static ReminderCommand NewCommand(ReminderOptions options) => new(
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Environment.SystemDirectory : @"C:\Windows\System32", options);

    private TaskDefinition NewTask(ReminderCommand command) =>
        ReminderTask.New(userId, command, clock.UtcNow.LocalDateTime, ReminderTask.Random);
}
