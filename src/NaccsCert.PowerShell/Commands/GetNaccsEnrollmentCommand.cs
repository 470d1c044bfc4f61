using System.Linq;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Lists enrollments and renewals that were begun and are not finished.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsEnrollment", HelpUri = HelpAddress.Pages + "Get-NaccsEnrollment.md")]
[OutputType(typeof(NaccsEnrollment))]
public sealed class GetNaccsEnrollmentCommand : NaccsCommand
{
    /// <summary>The names of enrollments, with wildcards. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(EnrollmentId))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EnrollmentIdCompleter))]
    public string[]? EnrollmentId { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        string? service = Service is null ? null : Definition.Name;
        NaccsEnrollment[] all =
        [
            .. PendingEnrollments.List(Services.Journal, Services.Clock.UtcNow).Where(enrollment => service is null || enrollment.Service == service),
        ];
        if (EnrollmentId is null)
        {
            WriteObject(all, enumerateCollection: true);
            return;
        }

        var names = new NameSelection(EnrollmentId);
        WriteObject(all.Where(enrollment => names.Matches(enrollment.EnrollmentId)), enumerateCollection: true);
        foreach (string missing in names.Unmatched())
        {
            Report(new NaccsException(ErrorId.EnrollmentNotFound, missing));
        }
    }
}
