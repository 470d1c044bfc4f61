using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Enrollment.States;

/// <summary>The service will answer later. Leads to the next attempt once its time has come, and else to the end.</summary>
/// <param name="justAnswered">
/// Whether the service said so a moment ago: then it is left alone, even if it named no time, or one that is past.
/// </param>
internal sealed class PendingState(bool justAnswered) : EnrollmentState
{
    public override EnrollmentStage Stage => EnrollmentStage.Pending;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken) =>
        Task.FromResult<EnrollmentState>(
            context.Entry.NextAttempt is { } next && (justAnswered || next > context.Services.Clock.UtcNow)
                ? new FinishedState(new EnrollmentResult
                {
                    Status = EnrollmentStatus.Pending,
                    Operation = context.Entry.Operation,
                    Service = context.Definition.Name,
                    Reason = Strings.Format(StringId.Pending, LocalTime.Text(next)),
                    Changed = true,
                    PreviousThumbprint = context.Entry.PreviousThumbprint,
                    EnrollmentId = context.Entry.Id,
                    NextAttempt = next,
                })
                : new SubmittedState());
}
