using System;
using System.IO;
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

    /// <summary>The program that the task starts. Without it, that of Group Policy, or <c>conhost.exe</c>.</summary>
    [Parameter]
    public ReminderTaskHost? TaskHost { get; set; }

    /// <summary>Adds an entry to the Start menu of the user that starts <c>Start-NaccsAssistant</c>.</summary>
    [Parameter(ParameterSetName = RegisterSet)]
    public SwitchParameter StartMenuEntry { get; set; }

    /// <summary>Returns the scheduled task as XML instead of registering it, to distribute it by other means.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DefinitionSet)]
    public SwitchParameter AsTaskDefinition { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        // Before anything is registered: the task would fail every hour with nobody to see it.
        _ = Definition;
        var options = new ReminderOptions(
            ModuleFolder.Find(GetType().Assembly.Location), ServiceArgument, AutoRenew, TaskHost ?? Services.Policy.TaskHost);
        ReminderRegistration reminder = Services.NewReminderRegistration();
        if (AsTaskDefinition)
        {
            WriteObject(reminder.Describe(options));
            return;
        }

        bool isWanted = ShouldProcess(reminder.TaskName, MessageId.ActionRegisterReminder);
        if (isWanted)
        {
            reminder.Register(options);
        }

        if (StartMenuEntry)
        {
            Attempt(() => AddStartMenuEntry(options));
        }

        if (isWanted)
        {
            RunOnce();
            InstalledTool? tool = Services.FindOfficialTool(Definition);
            if (tool is not null)
            {
                WriteWarning(tool.Describe(Services.Policy.ReminderProvider));
            }

            WriteObject(Services.NewReminderInspector(tool).Show());
        }
    }

    private void AddStartMenuEntry(ReminderOptions options)
    {
        string home = SessionState.PSVariable.GetValue("PSHOME") as string ?? string.Empty;
        var entry = Renewal.StartMenuEntry.ForAssistant(
            Renewal.StartMenuEntry.HostFor(home, Environment.SystemDirectory, File.Exists), options.ModuleFolder, options.Service);
        if (ShouldProcess(entry.Name, MessageId.ActionAddStartMenuEntry))
        {
            Services.StartMenu.Write(entry);
        }
    }

    private void RunOnce()
    {
        string? failure = Run((session, token) => session.RunReminderTaskAsync(token), CommandText.Format(MessageId.ActivityFirstRun));
        if (failure is not null)
        {
            WriteWarning(CommandText.Format(MessageId.ReminderFirstRunFailed, failure));
        }
    }
}
