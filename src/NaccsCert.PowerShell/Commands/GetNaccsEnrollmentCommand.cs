using System.Linq;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Lists enrolments and renewals that were begun and are not finished.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsEnrollment")]
[OutputType(typeof(NaccsEnrollment))]
public sealed class GetNaccsEnrollmentCommand : NaccsCommand
{
    /// <summary>The names of enrolments, with wildcards. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EnrollmentIdCompleter))]
    public string[]? EnrollmentId { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        WildcardPattern[] patterns =
            [.. (EnrollmentId ?? ["*"]).Select(id => WildcardPattern.Get(id, WildcardOptions.IgnoreCase))];
        string? service = Service is null ? null : Definition.Name;
        WriteObject(
            EnrollmentCatalog.List(NewEnvironment())
                .Where(enrollment => service is null || enrollment.Service == service)
                .Where(enrollment => patterns.Any(pattern => pattern.IsMatch(enrollment.EnrollmentId))),
            enumerateCollection: true);
    }
}
