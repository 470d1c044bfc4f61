using System.Management.Automation;
using NaccsCert.PowerShell.Text;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// One run of the reminder, as the scheduled task has it: looks offline whether a certificate is due, renews it silently
/// where that is wanted, or tells the user, once a day (manual 6.1). The network is used only for a renewal.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Invoke,
    "NaccsRenewalReminder",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "Invoke-NaccsRenewalReminder.md")]
[OutputType(typeof(ReminderResult), typeof(EnrollmentResult))]
public sealed class InvokeNaccsRenewalReminderCommand : RenewalCommand
{
    /// <summary>Renews due certificates silently, where Group Policy says nothing about it.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>Shows no notice, for logon scripts and management agents.</summary>
    [Parameter]
    public SwitchParameter NoNotice { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!ShouldProcess(Definition.Name, MessageId.ActionRemind))
        {
            return;
        }

        var options = new ReminderRunOptions(Options(), AutoRenew, Notices: !NoNotice, RemovalDays);
        if (!Run((session, token) => session.RemindAsync(options, token), CommandText.Format(MessageId.ActivityRenew)))
        {
            WriteVerbose(CommandText.Format(MessageId.ReminderBusy));
        }
    }
}
