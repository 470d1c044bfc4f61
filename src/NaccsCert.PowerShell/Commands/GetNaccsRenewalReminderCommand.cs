using System.Management.Automation;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows whether the reminder does its work: its last run, its last success, its failures, and the result of its task.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsRenewalReminder", HelpUri = HelpAddress.Pages + "Get-NaccsRenewalReminder.md")]
[OutputType(typeof(NaccsRenewalReminder))]
public sealed class GetNaccsRenewalReminderCommand : NaccsCommand
{
    /// <inheritdoc/>
    protected override void Process() => WriteObject(Services.NewReminderInspector(Services.TryFindOfficialTool(() => Definition)).Show());
}
