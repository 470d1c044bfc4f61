using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Protocol.Est;
using NaccsCert.Reasons;
using NaccsCert.Time;

namespace NaccsCert.Enrollment.States;

/// <summary>
/// The request may have reached the service. Leads to its verified answer in the journal, or to waiting; however the
/// line drops, the identical request can be sent again.
/// </summary>
internal sealed class SubmittedState : EnrollmentState
{
    public override EnrollmentStep? Step => EnrollmentStep.Submit;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.RetryAsync(token => AttemptAsync(work, token), cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception) when (RefusedOutright(exception, work.Entry))
        {
            work.Discard();
            throw;
        }
        catch (NaccsException exception)
        {
            work.Record(work.Entry with { LastError = exception.ErrorId, NextAttempt = exception.RetryAfter });
            throw;
        }
    }

    private static async Task<EnrollmentState> AttemptAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        work.Record(work.Entry with { Attempts = work.Entry.Attempts + 1 });
        EnrollmentAnswer answer = await SendAsync(work, cancellationToken).ConfigureAwait(false);
        string host = work.Definition.Enrollment.Url.Host;
        if (answer.RetryAfter is { } later)
        {
            work.Story.Tell(ReasonId.StoryPending, host, LocalTime.Text(later));
            work.Record(work.Entry with { State = JournalState.Pending, NextAttempt = later, LastError = null });
            return new PendingState(justAnswered: true);
        }

        work.Story.Tell(ReasonId.StoryIssued, host);

        // Kept before it is read: should it differ from what was asked for, it can be looked at.
        work.Record(work.Entry with { Answer = answer.Content, NextAttempt = null, LastError = null });
        await VerifyAsync(work, cancellationToken).ConfigureAwait(false);
        work.Record(work.Entry with { State = JournalState.Issued });
        return new IssuedState();
    }

    // The entry has the CA certificates of its beginning. Should they have been wrong, or changed since, then no attempt
    // would ever succeed with them.
    private static async Task VerifyAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        try
        {
            work.VerifyAnswer();
        }
        catch (NaccsException exception) when (exception.ErrorId == ErrorId.AnswerChainInvalid)
        {
            IReadOnlyList<byte[]> authorities =
                await work.Client.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false);
            work.Record(work.Entry with { CACertificates = authorities });
            work.VerifyAnswer();
        }
    }

    private static async Task<EnrollmentAnswer> SendAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        if (work.Codes is null)
        {
            return await work.Client.ReenrollAsync(work.Entry.CertificationRequest, cancellationToken).ConfigureAwait(false);
        }

        using BasicCredentials credentials = work.Codes.ToCredentials(work.Definition.Enrollment);
        return await work.Client
            .EnrollAsync(work.Entry.CertificationRequest, credentials, cancellationToken).ConfigureAwait(false);
    }

    // Nothing was issued for a request that was refused the first time it was sent. After a lost answer it may have been,
    // and after an answer a refusal is about something else.
    private static bool RefusedOutright(NaccsException exception, JournalEntry entry) =>
        entry.Attempts == 1
        && entry.Answer is null
        && exception.ErrorId is (ErrorId.CodesRefused or ErrorId.RequestRefused or ErrorId.RequestForbidden);
}
