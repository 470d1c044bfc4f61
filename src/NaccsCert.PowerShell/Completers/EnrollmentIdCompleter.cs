using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Enrollment;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the names of unfinished enrollments, with their state as the tool tip.</summary>
public sealed class EnrollmentIdCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        PendingEnrollments.List(EnrollmentEnvironment.Current(canAskUser: false))
            .Select(enrollment => (enrollment.EnrollmentId, $"{enrollment.Status} {enrollment.Reason}"));
}
