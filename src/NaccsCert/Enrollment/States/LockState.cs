using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Renewal;
using NaccsCert.Resources;
using NaccsCert.Stores;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Enrollment.States;

/// <summary>
/// Nothing is known yet. Leads, under the lock of the service, to the state of an unfinished enrollment, or to the start
/// of a new one; or to the end, when somebody else is at it or was faster.
/// </summary>
internal sealed class LockState : EnrollmentState
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    public override EnrollmentStep? Step => EnrollmentStep.Lock;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        if (context.EnrollmentId is null)
        {
            context.Environment.RequireAccount();
        }

        if (!await context.LockAsync(cancellationToken).ConfigureAwait(false))
        {
            return new FinishedState(Busy(context));
        }

        OrphanedKeys.Remove(context.Environment, context.Definition.Name);
        if (context.Environment.Journal.Read().FirstOrDefault(context.IsMine) is { } unfinished)
        {
            context.TakeUp(unfinished);
            TellSetting(context, unfinished.StoreName);
            context.Story.Set(StringId.EventResumed, unfinished.Id);
            return StateOf(unfinished, context);
        }

        TellSetting(context, context.Options.StoreName);
        return context.EnrollmentId is { } id ? throw new NaccsException(ErrorId.EnrollmentNotFound, id)
            : FasterOne(context) is { } other ? new FinishedState(other)
            : new PrepareState();
    }

    private static void TellSetting(EnrollmentContext context, string storeName)
    {
        context.Story.Set(StringId.EventAccount, context.Environment.Account?.UserName ?? Environment.UserName, storeName);
        context.Story.Set(
            StringId.EventService, context.Definition.DisplayName, context.Definition.Enrollment.Url.Host, context.Definition.Origin);
    }

    private static EnrollmentState StateOf(JournalEntry entry, EnrollmentContext context) => entry.State switch
    {
        JournalState.Issued => new IssuedState(),
        JournalState.Installed => new InstalledState(),
        JournalState.Verified => new VerifiedState(),
        _ when entry.Operation == EnrollmentOperation.Enroll && context.Codes is null =>
            throw new NaccsException(ErrorId.CodesRequired, entry.Id) { EnrollmentId = entry.Id },
        _ when entry.Operation == EnrollmentOperation.Reenroll && context.Current is null =>
            throw new NaccsException(ErrorId.CertificateNotFound, entry.PreviousThumbprint ?? entry.Id) { EnrollmentId = entry.Id },
        JournalState.KeyCreated => new KeyCreatedState(),
        JournalState.Pending => new PendingState(justAnswered: false),
        _ => new SubmittedState(),
    };

    // Of two logon scripts at once, the second finds the work of the first.
    private static EnrollmentResult? FasterOne(EnrollmentContext context)
    {
        if (context.Current is null)
        {
            return null;
        }

        ICertificateStore store = context.Environment.Stores(context.Options.StoreName);
        return CertificateInventory.List(store, context.Definition, context.Environment.Clock)
            .Select(certificate => certificate.Record)
            .Where(record => record.Thumbprint == context.Current.Thumbprint && record.Status == CertificateStatus.Superseded)
            .Select(record => RenewalPolicy.Refuse(record, force: false))
            .FirstOrDefault();
    }

    private static EnrollmentResult Busy(EnrollmentContext context) => new()
    {
        Status = EnrollmentStatus.Busy,
        Operation = context.Operation,
        Service = context.Definition.Name,
        Reason = Strings.Format(StringId.Busy, context.Definition.Name),
        Changed = false,
        PreviousThumbprint = context.Current?.Thumbprint,
        NextAttempt = context.Environment.Clock.UtcNow + RetryDelay,
    };
}
