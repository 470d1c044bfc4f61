using System;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment;

/// <summary>
/// A service in maintenance is no error: scripts are to come back when it has ended (manual 9.4). It is tried all the
/// same, because a service may be back before its time.
/// </summary>
internal static class Deferral
{
    /// <summary>When to come back after a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="context">The enrollment.</param>
    /// <returns>The moment in UTC; null when the fault has nothing to do with maintenance.</returns>
    public static DateTimeOffset? Until(NaccsException fault, EnrollmentContext context)
    {
        MaintenanceWindow? window = MaintenanceCalendar.Current(context.Definition.Maintenance, context.Services.Clock.UtcNow);
        return fault.ErrorId == ErrorId.ServiceInMaintenance ? fault.RetryAfter ?? window?.End
            : window is not null && RetryPolicy.MayPass(fault) ? window.End
            : null;
    }

    /// <summary>The result that says so.</summary>
    /// <param name="until">When to come back.</param>
    /// <param name="context">The enrollment.</param>
    public static EnrollmentResult Result(DateTimeOffset until, EnrollmentContext context) => new()
    {
        Status = EnrollmentStatus.Deferred,
        Operation = context.Operation,
        Service = context.Definition.Name,
        Reason = Strings.Format(StringId.Deferred, LocalTime.Text(until, context.Definition.Maintenance?.TimeZone)),
        Changed = context.HasEntry,
        PreviousThumbprint = context.Task.Current?.Thumbprint,
        EnrollmentId = context.HasEntry ? context.Entry.Id : null,
        NextAttempt = until,
    };
}
