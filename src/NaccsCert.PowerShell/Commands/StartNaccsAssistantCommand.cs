using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using NaccsCert.Accounts;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Assistant;
using NaccsCert.PowerShell.Completers;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// The menu of the operator's tray tool, in a console (manual 4): shows the state of the certificates, and runs the commands that a
/// person chooses. Each is shown before it runs, and nothing is changed before a question is answered with yes.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "NaccsAssistant", HelpUri = HelpAddress.Pages + "Start-NaccsAssistant.md")]
public sealed class StartNaccsAssistantCommand : NaccsCommand
{
    /// <inheritdoc/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public override string? Service { get; set; }

    /// <summary>The store of the current user that the commands work with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <inheritdoc/>
    private protected override bool MayAsk => true;

    /// <inheritdoc/>
    protected override void Process()
    {
        // A definition that cannot be used ends the command, before the menu is shown.
        _ = Definition;
        if (!NewInteraction().CanAsk)
        {
            throw new NaccsException(ErrorId.AssistantNeedsUser, MyInvocation.MyCommand.Name);
        }

        var loop = new AssistantLoop(
            Host.UI,
            new CommandRunner(InvokeCommand, Host.UI),
            new AssistantFacts(
                () => AccountGuard.Evaluate(Services.Account.Value),
                Certificates,
                Enrollments,
                () => Services.NewReminderInspector().Show(),
                () => Services.FindOfficialTool(Definition)),
            new AssistantCommands(ServiceArgument, MyInvocation.BoundParameters.ContainsKey(nameof(StoreName)) ? StoreName : null),
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows));
        while (loop.Turn())
        {
            // Until the user has enough.
        }
    }

    private IReadOnlyList<NaccsCertificate> Certificates()
    {
        using InstalledCertificates installed = OpenSession().List(StoreName);
        foreach (NaccsException error in installed.Errors)
        {
            Report(error);
        }

        return [.. installed.Certificates.Select(certificate => certificate.Record)];
    }

    private IReadOnlyList<NaccsEnrollment> Enrollments() =>
        PendingEnrollments.List(Services.Journal, Services.Clock.UtcNow, Definition.Name);
}
