using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.Enrollment.States;

/// <summary>Key and request are on disk. Leads to the note that the request may have reached the service.</summary>
internal sealed class KeyCreatedState : EnrollmentState
{
    public override EnrollmentStage Stage => EnrollmentStage.KeyCreated;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        context.Record(context.Entry with { State = EnrollmentStage.Submitted });
        return Task.FromResult<EnrollmentState>(new SubmittedState());
    }
}
