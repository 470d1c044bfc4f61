using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Enrollment;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the names of unfinished enrollments, with their state as the tool tip.</summary>
public sealed class EnrollmentIdCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters)
    {
        SessionServices services = CompositionRoot.Compose();
        return PendingEnrollments.List(services.Journal, services.Clock.UtcNow)
            .Select(enrollment => (enrollment.EnrollmentId, $"{ValueText.Of("EnrollmentStage", enrollment.Status)} {enrollment.Reason}"));
    }
}
