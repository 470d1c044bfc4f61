using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Discards an unfinished enrollment, with its key and its entry. An installed certificate stays.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "NaccsEnrollment",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpAddress.Pages + "Remove-NaccsEnrollment.md")]
public sealed class RemoveNaccsEnrollmentCommand : NaccsCommand
{
    /// <summary>The names of the enrollments.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(EnrollmentId))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnrollmentIdCompleter))]
    public string[] EnrollmentId { get; set; } = [];

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string id in EnrollmentId)
        {
            if (ShouldProcess(id, MessageId.ActionDiscard))
            {
                Attempt(() => Run((session, token) => session.DiscardAsync(id, token)));
            }
        }
    }
}
