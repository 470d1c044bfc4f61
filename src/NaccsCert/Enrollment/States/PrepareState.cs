using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages;

namespace NaccsCert.Enrollment.States;

/// <summary>Nothing is on disk yet. Leads to a key on disk and a journal entry with its signed request.</summary>
internal sealed class PrepareState : EnrollmentState
{
    public override EnrollmentStage Stage => EnrollmentStage.Preparing;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        EnrollmentPreparation.RequireKey(
            context.Protocol, context.Definition, context.Task.Options.KeyAlgorithm, context.Task.Current);
        IReadOnlyList<byte[]> authorities =
            await context.RetryAsync(context.Protocol.GetCACertificatesAsync, cancellationToken).ConfigureAwait(false);
        CsrAttributes csrAttributes = await new CsrAttributesQuery(
            context.Definition, context.Task.Operation, context.Protocol, context.Services.Events)
            .AskAsync(ask => context.RetryAsync(ask, cancellationToken), cancellationToken).ConfigureAwait(false);
        context.Use(EnrollmentPreparation.Create(
            context.Services, context.Definition, context.Task, csrAttributes, authorities, context.Protocol.KeyDecrypts));
        context.Report(new KeyCreated(context.Entry.KeyAlgorithm, context.Entry.KeyProvider, context.Entry.Id));
        return new SubmittedState();
    }
}
