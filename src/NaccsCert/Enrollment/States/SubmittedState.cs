using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Messages;
using NaccsCert.Transport.Est;

namespace NaccsCert.Enrollment.States;

/// <summary>
/// Key and signed request are on disk. Leads to the verified response in the journal, or to waiting; however the line drops,
/// the identical request can be sent again.
/// </summary>
internal sealed class SubmittedState : EnrollmentState
{
    public override EnrollmentStage Stage => EnrollmentStage.Submitted;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await context.RetryAsync(token => AttemptAsync(context, token), cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception) when (RefusedOutright(exception, context.Entry))
        {
            context.Discard();
            throw;
        }
        catch (OperationCanceledException)
        {
            // What is known of the codes is kept for whoever asks after them.
            context.Record(context.Entry);
            throw;
        }
        catch (NaccsException exception)
        {
            context.Record(context.Entry with { LastError = exception.ErrorId, NextAttempt = exception.RetryAfter });
            throw;
        }
    }

    private static async Task<EnrollmentState> AttemptAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        EnrollmentReply reply = await SendNotedAsync(context, cancellationToken).ConfigureAwait(false);
        string host = context.Definition.Enrollment.Url.Host;
        if (reply.RetryAfter is { } wanted)
        {
            DateTimeOffset earliest = RetryAfter.Earliest(context.Entry.Attempts, context.Services.Clock.UtcNow);
            DateTimeOffset later = wanted > earliest ? wanted : earliest;
            context.Report(new ResponsePending(host, later));
            context.Record(context.Entry with { State = EnrollmentStage.Pending, NextAttempt = later, LastError = null });
            return new PendingState(justAnswered: true);
        }

        context.Report(new ResponseIssued(host));

        // Kept before it is read: should it differ from what was asked for, it can be looked at.
        context.Record(context.Entry with { Response = reply.Content, NextAttempt = null, LastError = null });
        await VerifyAsync(context, cancellationToken).ConfigureAwait(false);
        context.Record(context.Entry with
        {
            State = EnrollmentStage.Issued,
            CodeUse = CodeUses.WithCertificate(context.Entry.CodeUse),
        });
        return new IssuedState();
    }

    // Before it is sent, the journal says that the service may have issued for it; afterwards, what is known.
    private static async Task<EnrollmentReply> SendNotedAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        CodeUse? before = context.Entry.CodeUse;
        context.Record(context.Entry with
        {
            State = EnrollmentStage.Submitted,
            Attempts = context.Entry.Attempts + 1,
            CodeUse = CodeUses.WithoutCertificate(before, codesSent: true, error: null),
        });
        ErrorId? error = null;
        try
        {
            return await SendAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException exception)
        {
            error = exception.ErrorId;
            throw;
        }
        finally
        {
            context.Use(context.Entry with { CodeUse = CodeUses.WithoutCertificate(before, context.Client.CodesSent, error) });
        }
    }

    // The entry has the CA certificates of its beginning. Should they have been wrong, or changed since, then no attempt
    // would ever succeed with them.
    private static async Task VerifyAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        try
        {
            _ = context.Issued;
        }
        catch (NaccsException exception) when (exception.ErrorId == ErrorId.ResponseChainInvalid)
        {
            IReadOnlyList<byte[]> authorities =
                await context.Client.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false);
            context.Record(context.Entry with { CACertificates = authorities });
            _ = context.Issued;
        }
    }

    private static async Task<EnrollmentReply> SendAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        if (context.Task.Codes is null)
        {
            return await context.Client.ReenrollAsync(context.Entry.CertificationRequest, cancellationToken).ConfigureAwait(false);
        }

        using BasicCredentials credentials = context.Task.Codes.ToCredentials(context.Definition.Enrollment);
        if (context.Task.Codes.ToChallengePassword(context.Definition.Enrollment) is not { } password)
        {
            return await context.Client
                .EnrollAsync(context.Entry.CertificationRequest, credentials, holdsSecret: false, cancellationToken).ConfigureAwait(false);
        }

        byte[] request = AddSecret(context, password);
        try
        {
            return await context.Client.EnrollAsync(request, credentials, holdsSecret: true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Array.Clear(request, 0, request.Length);
        }
    }

    private static byte[] AddSecret(EnrollmentContext context, string password)
    {
        using KeyHandle key = context.OpenKey();
        return CertificationRequest.WithChallengePassword(
            context.Entry.CertificationRequest,
            password,
            new RequestKey(key.ExportSubjectPublicKeyInfo(), key.Algorithm, key.Sign));
    }

    // Nothing was issued for a request that was refused the first time it was sent. After a lost response it may have been,
    // and after a response a refusal is about something else.
    private static bool RefusedOutright(NaccsException exception, JournalEntry entry) =>
        entry.Attempts == 1
        && entry.Response is null
        && (exception.ErrorId == ErrorId.SignInNotOffered || CodeUses.IsRefusal(exception.ErrorId));
}
