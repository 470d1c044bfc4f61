using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Protocol.Est;
using NaccsCert.Reasons;

namespace NaccsCert.Enrollment.States;

/// <summary>Nothing is on disk yet. Leads to a key on disk and a journal entry with its signed request.</summary>
internal sealed class StartState : EnrollmentState
{
    public override EnrollmentStep? Step => EnrollmentStep.Prepare;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]> authorities =
            await work.RetryAsync(work.Client.GetCACertificatesAsync, cancellationToken).ConfigureAwait(false);
        CsrAttributes wishes =
            await work.RetryAsync(work.Client.GetCsrAttributesAsync, cancellationToken).ConfigureAwait(false);
        work.TakeUp(EntryFactory.Create(
            work.Environment, work.Definition, work.Options, work.Codes, work.Current, wishes, authorities));
        work.Story.Tell(ReasonId.StoryKey, work.Entry.KeyAlgorithm, work.Entry.KeyProvider, work.Entry.Id);
        return new KeyCreatedState();
    }
}
