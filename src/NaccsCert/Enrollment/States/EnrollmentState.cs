using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Enrollment.States;

/// <summary>Where an enrollment stands: it knows the one step that leads on from there.</summary>
internal abstract class EnrollmentState
{
    /// <summary>The step that leads on; null when there is none.</summary>
    public abstract EnrollmentStep? Step { get; }

    /// <summary>Takes the step. The state is left only after its effect is proven and written down.</summary>
    /// <param name="context">What the states share.</param>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <returns>The next state.</returns>
    public abstract Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken);
}
