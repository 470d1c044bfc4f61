using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Reasons;
using NaccsCert.Stores;

namespace NaccsCert.Enrollment.States;

/// <summary>
/// Nothing is known yet. Leads, under the lock of the service, to the state of an unfinished enrolment, or to the start
/// of a new one; or to the end, when somebody else is at it or was faster.
/// </summary>
internal sealed class BeginState : EnrollmentState
{
    private static readonly TimeSpan BusyFor = TimeSpan.FromMinutes(1);

    public override EnrollmentStep? Step => EnrollmentStep.Begin;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        if (work.EnrollmentId is null)
        {
            work.Environment.RequireAccount();
        }

        if (!await work.LockAsync(cancellationToken).ConfigureAwait(false))
        {
            return new FinishedState(Busy(work));
        }

        Leftovers.Remove(work.Environment, work.Definition.Name);
        if (work.Environment.Journal.Read().FirstOrDefault(work.IsMine) is { } unfinished)
        {
            work.TakeUp(unfinished);
            TellSetting(work, unfinished.StoreName);
            work.Story.Set(ReasonId.StoryResumed, unfinished.Id);
            return StateOf(unfinished, work);
        }

        TellSetting(work, work.Options.StoreName);
        return work.EnrollmentId is { } id ? throw new NaccsException(ErrorId.EnrollmentNotFound, id)
            : FasterOne(work) is { } other ? new FinishedState(other)
            : new StartState();
    }

    private static void TellSetting(EnrollmentWork work, string storeName)
    {
        work.Story.Set(ReasonId.StoryAccount, work.Environment.Account?.UserName ?? Environment.UserName, storeName);
        work.Story.Set(
            ReasonId.StoryService, work.Definition.DisplayName, work.Definition.Enrollment.Url.Host, work.Definition.Origin);
    }

    private static EnrollmentState StateOf(JournalEntry entry, EnrollmentWork work) => entry.State switch
    {
        JournalState.Issued => new IssuedState(),
        JournalState.Installed => new InstalledState(),
        JournalState.Proven => new ProvenState(),
        _ when entry.Operation == EnrollmentOperation.Enroll && work.Codes is null =>
            throw new NaccsException(ErrorId.CodesRequired, entry.Id) { EnrollmentId = entry.Id },
        _ when entry.Operation == EnrollmentOperation.Reenroll && work.Current is null =>
            throw new NaccsException(ErrorId.CertificateNotFound, entry.PreviousThumbprint ?? entry.Id) { EnrollmentId = entry.Id },
        JournalState.KeyCreated => new KeyCreatedState(),
        JournalState.Pending => new PendingState(justAnswered: false),
        _ => new SubmittedState(),
    };

    // Of two logon scripts at once, the second finds the work of the first.
    private static EnrollmentResult? FasterOne(EnrollmentWork work)
    {
        if (work.Current is null)
        {
            return null;
        }

        ICertificateStore store = work.Environment.Stores(work.Options.StoreName);
        return CertificateCatalog.List(store, work.Definition, work.Environment.Clock)
            .Select(certificate => certificate.Record)
            .Where(record => record.Thumbprint == work.Current.Thumbprint && record.Status == CertificateStatus.Superseded)
            .Select(record => RenewalPolicy.Refuse(record, force: false))
            .FirstOrDefault();
    }

    private static EnrollmentResult Busy(EnrollmentWork work) => new()
    {
        Status = EnrollmentStatus.Busy,
        Operation = work.Operation,
        Service = work.Definition.Name,
        Reason = ReasonText.Of(ReasonId.Busy, work.Definition.Name),
        Changed = false,
        PreviousThumbprint = work.Current?.Thumbprint,
        NextAttempt = work.Environment.Clock.UtcNow + BusyFor,
    };
}
