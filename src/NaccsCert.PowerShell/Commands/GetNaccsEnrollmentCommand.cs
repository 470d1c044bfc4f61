using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Lists enrollments and renewals that were begun and are not finished.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsEnrollment", HelpUri = HelpAddress.Pages + "Get-NaccsEnrollment.md")]
[OutputType(typeof(NaccsEnrollment))]
public sealed class GetNaccsEnrollmentCommand : NaccsCommand
{
    /// <summary>The names of enrollments, with wildcards. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
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
            .. PendingEnrollments.List(NewEnvironment())
                .Where(enrollment => service is null || enrollment.Service == service),
        ];
        WriteObject(EnrollmentId is null ? all : [.. Pick(all, EnrollmentId).Distinct()], enumerateCollection: true);
    }

    // As with thumbprints, only an exact name that names nothing is an error.
    private IEnumerable<NaccsEnrollment> Pick(NaccsEnrollment[] all, string[] ids)
    {
        foreach (string id in ids)
        {
            var pattern = WildcardPattern.Get(id, WildcardOptions.IgnoreCase);
            NaccsEnrollment[] matches = [.. all.Where(enrollment => pattern.IsMatch(enrollment.EnrollmentId))];
            if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(id))
            {
                Report(new NaccsException(ErrorId.EnrollmentNotFound, id));
            }

            foreach (NaccsEnrollment match in matches)
            {
                yield return match;
            }
        }
    }
}
