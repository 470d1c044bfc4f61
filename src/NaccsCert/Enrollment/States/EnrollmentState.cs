using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.Enrollment.States;

/// <summary>Where an enrollment stands: it knows what leads on from there.</summary>
internal abstract class EnrollmentState
{
    /// <summary>The stage that this is.</summary>
    public abstract EnrollmentStage Stage { get; }

    /// <summary>Leads to the next state. This one is left only after its effect is proven and written down.</summary>
    /// <param name="context">What the states share.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The next state.</returns>
    public abstract Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken);
}
