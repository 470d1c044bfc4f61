using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Guidance;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Lists enrollments and renewals that were begun and are not finished.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsEnrollment", HelpUri = HelpAddress.Pages + "Get-NaccsEnrollment.md")]
[OutputType(typeof(NaccsEnrollment))]
public sealed class GetNaccsEnrollmentCommand : GuidedCommand
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
        IReadOnlyList<NaccsEnrollment> all = PendingEnrollments.List(
            Services.Journal, Services.Clock.UtcNow, Service is null ? null : Definition.Name);
        var names = new NameSelection(EnrollmentId ?? ["*"]);
        NaccsEnrollment[] found = [.. all.Where(enrollment => names.Matches(enrollment.EnrollmentId))];
        Note(new Lookup(LookupSubject.Enrollments, Place, all.Count, found.Length));
        foreach (NaccsEnrollment enrollment in found)
        {
            Show(enrollment, PlaceOf(enrollment));
        }

        foreach (string missing in names.Unmatched())
        {
            Report(new NaccsException(ErrorId.EnrollmentNotFound, missing));
        }
    }

    // Its definition may be another than that of this command.
    private CommandPlace PlaceOf(NaccsEnrollment enrollment) => Service is null
        ? PlaceIn(null, service: PendingEnrollments.DefinitionOf(Services.Journal, enrollment.EnrollmentId))
        : Place;
}
