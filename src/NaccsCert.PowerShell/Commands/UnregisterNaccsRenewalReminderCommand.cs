using System.Management.Automation;
using NaccsCert.PowerShell.Text;
using NaccsCert.Renewal;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Removes the reminder, and its entry in the Start menu. Certificates stay, and nobody reminds of their renewal any more (manual 8).</summary>
[Cmdlet(
    VerbsLifecycle.Unregister,
    "NaccsRenewalReminder",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "Unregister-NaccsRenewalReminder.md")]
[OutputType(typeof(NaccsRenewalReminder))]
public sealed class UnregisterNaccsRenewalReminderCommand : NaccsCommand
{
    /// <inheritdoc/>
    protected override void Process()
    {
        ReminderRegistration reminder = Services.NewReminderRegistration();
        if (ShouldProcess(reminder.TaskName, MessageId.ActionUnregisterReminder))
        {
            reminder.Unregister();
            Services.StartMenu.Delete(StartMenuEntry.Names);
            WriteObject(Services.NewReminderInspector(Services.TryFindOfficialTool(() => Definition)).Show());
        }
    }
}
