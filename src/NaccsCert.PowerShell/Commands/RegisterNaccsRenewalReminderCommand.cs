using System.Management.Automation;
using NaccsCert.PowerShell.Text;
using NaccsCert.Renewal;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Has Windows look every working hour, and after signing in, whether a certificate is due, and remind of its renewal
/// (manual 6.1). It takes no administrator rights.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Register,
    "NaccsRenewalReminder",
    SupportsShouldProcess = true,
    DefaultParameterSetName = RegisterSet,
    HelpUri = HelpAddress.Pages + "Register-NaccsRenewalReminder.md")]
[OutputType(typeof(NaccsRenewalReminder), ParameterSetName = [RegisterSet])]
[OutputType(typeof(string), ParameterSetName = [DefinitionSet])]
public sealed class RegisterNaccsRenewalReminderCommand : NaccsCommand
{
    private const string RegisterSet = "Register";
    private const string DefinitionSet = "AsTaskDefinition";

    /// <summary>Renews due certificates silently, and tells only of failures and in the last seven days.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>Returns the scheduled task as XML instead of registering it, to distribute it by other means.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DefinitionSet)]
    public SwitchParameter AsTaskDefinition { get; set; }

    private string ModuleFolder => MyInvocation.MyCommand.Module.ModuleBase;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (AsTaskDefinition)
        {
            WriteObject(Services.NewReminderRegistration().Describe(ModuleFolder, ServiceArgument, AutoRenew));
        }
        else if (ShouldProcess(Services.NewReminderRegistration().Show().TaskName, MessageId.ActionRegisterReminder))
        {
            ReminderRegistration reminder = Services.NewReminderRegistration();
            reminder.Register(Services.Scheduler, Services.Toasts, ModuleFolder, ServiceArgument, AutoRenew);
            WriteObject(reminder.Show());
        }
    }
}
