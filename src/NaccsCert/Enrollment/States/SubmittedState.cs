using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Transport;

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
        EnrollmentReply reply = await SendReadablyAsync(context, cancellationToken).ConfigureAwait(false);
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

    // A message is encrypted to CA or RA as they were when it was composed. Should they have changed since, or have been others than those
    // that read, then it would never be read, however often it is sent.
    private static async Task<EnrollmentReply> SendReadablyAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        EnrollmentReply reply = await SendNotedAsync(context, cancellationToken).ConfigureAwait(false);
        if (reply.Unread is not { } unread)
        {
            return reply;
        }

        IReadOnlyList<byte[]> authorities =
            await context.Protocol.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false);
        if (AreSame(authorities, context.Entry.CACertificates))
        {
            throw unread;
        }

        // Without the codes it cannot be composed; with them, the next run does so.
        JournalEntry anew = context.Entry with
        {
            CACertificates = authorities,
            Message = context.Entry.State == EnrollmentStage.Pending ? context.Entry.Message : null,
        };
        if (anew.NeedsCodes && context.Task.Codes is null)
        {
            context.Record(anew);
            throw unread;
        }

        context.Use(anew);
        EnrollmentReply second = await SendNotedAsync(context, cancellationToken).ConfigureAwait(false);
        return second.Unread is null ? second : throw second.Unread;
    }

    private static bool AreSame(IReadOnlyList<byte[]> some, IReadOnlyList<byte[]> others) =>
        some.Count == others.Count && some.All(certificate => others.Any(other => other.SequenceEqual(certificate)));

    // Before it is sent, the journal says that the service may have issued for it; afterwards, what is known.
    private static async Task<EnrollmentReply> SendNotedAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        CodeUse? before = context.Entry.CodeUse;
        JournalEntry entry = context.Entry with
        {
            Message = context.Entry.Message
                ?? await context.Protocol.ComposeAsync(RequestOf(context), cancellationToken).ConfigureAwait(false),
        };
        bool isPending = entry.State == EnrollmentStage.Pending;

        // What has a message of its own to ask again with stays pending, so that an interrupted question is asked again.
        context.Record(entry with
        {
            State = isPending && entry.Message is not null ? EnrollmentStage.Pending : EnrollmentStage.Submitted,
            Attempts = entry.Attempts + 1,
            CodeUse = CodeUses.WithoutCertificate(before, codesSent: true, error: null),
        });
        ErrorId? error = null;
        try
        {
            EnrollmentReply reply = await SendAsync(context, isPending, cancellationToken).ConfigureAwait(false);
            error = reply.Unread?.ErrorId;
            return reply;
        }
        catch (NaccsException exception)
        {
            error = exception.ErrorId;
            throw;
        }
        finally
        {
            context.Use(context.Entry with { CodeUse = CodeUses.WithoutCertificate(before, context.Protocol.CodesSent, error) });
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
                await context.Protocol.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false);
            context.Record(context.Entry with { CACertificates = authorities });
            _ = context.Issued;
        }
    }

    private static Task<EnrollmentReply> SendAsync(EnrollmentContext context, bool isPending, CancellationToken cancellationToken)
    {
        EnrollmentRequest request = RequestOf(context);
        if (isPending)
        {
            return context.Protocol.PollAsync(request, cancellationToken);
        }

        return context.Operation == EnrollmentOperation.Reenroll
            ? context.Protocol.ReenrollAsync(request, cancellationToken)
            : context.Protocol.EnrollAsync(request, cancellationToken);
    }

    private static EnrollmentRequest RequestOf(EnrollmentContext context) =>
        new(context.Entry.CertificationRequest, context.OpenKey)
        {
            Codes = context.Task.Codes,
            CACertificates = context.Entry.CACertificates,
            Message = context.Entry.Message,
            Current = context.Operation == EnrollmentOperation.Reenroll ? context.Task.Current : null,
        };

    // Nothing was issued for a request that was not sent, or refused the first time that it was. After a lost response it may have been,
    // and after a response a refusal is about something else.
    private static bool RefusedOutright(NaccsException exception, JournalEntry entry) => entry.Attempts switch
    {
        0 => exception.ErrorId is ErrorId.KeyUnsuitable or ErrorId.AuthorityNotTrusted or ErrorId.AlgorithmsTooWeak
            or ErrorId.RenewalNotOffered,
        1 => entry.Response is null && (exception.ErrorId == ErrorId.SignInNotOffered || CodeUses.IsRefusal(exception.ErrorId)),
        _ => false,
    };
}
