using System;
using NaccsCert.Http;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Enrollment;

/// <summary>
/// A service in maintenance is no error: scripts are to come back when it has ended (manual 9.4). It is tried all the
/// same, because a service may be back before its time.
/// </summary>
internal static class Deferral
{
    /// <summary>When to come back after a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="work">The enrolment.</param>
    /// <returns>The moment in UTC; null when the fault has nothing to do with maintenance.</returns>
    public static DateTimeOffset? Until(NaccsException fault, EnrollmentWork work)
    {
        MaintenanceWindow? window = MaintenanceCalendar.Current(work.Definition.Maintenance, work.Environment.Clock.UtcNow);
        return fault.ErrorId == ErrorId.ServiceInMaintenance ? fault.RetryAfter ?? window?.End
            : window is not null && RetryPolicy.MayPass(fault) ? window.End
            : null;
    }

    /// <summary>The result that says so.</summary>
    /// <param name="until">When to come back.</param>
    /// <param name="work">The enrolment.</param>
    public static EnrollmentResult Result(DateTimeOffset until, EnrollmentWork work) => new()
    {
        Status = EnrollmentStatus.Deferred,
        Operation = work.Operation,
        Service = work.Definition.Name,
        Reason = ReasonText.Of(ReasonId.Deferred, LocalTime.Text(until)),
        Changed = work.HasEntry,
        PreviousThumbprint = work.Current?.Thumbprint,
        EnrollmentId = work.HasEntry ? work.Entry.Id : null,
        NextAttempt = until,
    };
}
