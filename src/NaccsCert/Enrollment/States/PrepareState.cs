using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages.Est;
using NaccsCert.Resources;

namespace NaccsCert.Enrollment.States;

/// <summary>Nothing is on disk yet. Leads to a key on disk and a journal entry with its signed request.</summary>
internal sealed class PrepareState : EnrollmentState
{
    public override EnrollmentStep? Step => EnrollmentStep.Prepare;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]> authorities =
            await context.RetryAsync(context.Client.GetCACertificatesAsync, cancellationToken).ConfigureAwait(false);
        CsrAttributes csrAttributes =
            await context.RetryAsync(context.Client.GetCsrAttributesAsync, cancellationToken).ConfigureAwait(false);
        context.TakeUp(EnrollmentPreparation.Create(
            context.Environment, context.Definition, context.Options, context.Codes, context.Current, csrAttributes, authorities));
        context.Story.Tell(StringId.EventKeyCreated, context.Entry.KeyAlgorithm, context.Entry.KeyProvider, context.Entry.Id);
        return new KeyCreatedState();
    }
}
