using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.Enrollment.States;

/// <summary>The end, with its result.</summary>
/// <param name="result">How the enrollment ended.</param>
internal sealed class FinishedState(EnrollmentResult result) : EnrollmentState
{
    public override EnrollmentStage Stage => EnrollmentStage.Finished;

    /// <summary>How the enrollment ended.</summary>
    public EnrollmentResult Result => result;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The enrollment is finished.");
}
