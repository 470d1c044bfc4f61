using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Enrollment.States;

/// <summary>The service will answer later. Leads to the next attempt once its time has come, and else to the end.</summary>
internal sealed class PendingState : EnrollmentState
{
    public override EnrollmentStep? Step => EnrollmentStep.Wait;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken) =>
        Task.FromResult<EnrollmentState>(
            work.Entry.NextAttempt is { } next && next > work.Environment.Clock.UtcNow
                ? new FinishedState(new EnrollmentResult
                {
                    Status = EnrollmentStatus.Pending,
                    Operation = work.Entry.Operation,
                    Service = work.Definition.Name,
                    Reason = ReasonText.Of(ReasonId.Pending, LocalTime.Text(next)),
                    Changed = true,
                    PreviousThumbprint = work.Entry.PreviousThumbprint,
                    EnrollmentId = work.Entry.Id,
                    NextAttempt = next,
                })
                : new SubmittedState());
}
