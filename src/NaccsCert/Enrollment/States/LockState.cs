using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Renewal;
using NaccsCert.Resources;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Enrollment.States;

/// <summary>
/// Nothing is known yet. Leads, under the lock of the service, to the state of an unfinished enrollment, or to the start
/// of a new one; or to the end, when somebody else is at it or was faster.
/// </summary>
internal sealed class LockState : EnrollmentState
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    public override EnrollmentStage Stage => EnrollmentStage.Locking;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        if (context.Task.EnrollmentId is null)
        {
            context.Services.RequireAccount();
        }

        if (!await context.LockAsync(cancellationToken).ConfigureAwait(false))
        {
            return new FinishedState(Busy(context));
        }

        OrphanedKeys.CleanUp(context.Services, context.Definition.Name);
        if (context.Services.Journal.Read().FirstOrDefault(entry =>
            entry.Service == context.Definition.Name && context.Task.IsAbout(entry)) is { } unfinished)
        {
            context.Use(unfinished);
            UseStore(context);
            ReportSelection(context, context.Entry.StoreName);
            context.Report(new EnrollmentResumed(unfinished.Id));
            return StateOf(context.Entry, context);
        }

        ReportSelection(context, context.Task.Options.StoreName);
        if (context.Task.EnrollmentId is { } id)
        {
            throw new NaccsException(ErrorId.EnrollmentNotFound, id);
        }

        return (FasterOne(context) ?? EarlierEnrollment.Find(context)) is { } other ? new FinishedState(other) : new PrepareState();
    }

    // Before a code is sent: a certificate that no store takes would have used it up.
    private static void UseStore(EnrollmentContext context)
    {
        (JournalEntry entry, EnrollmentOptions options) = (context.Entry, context.Task.Options);
        if (entry.State >= EnrollmentStage.Installed)
        {
            return;
        }

        bool changes = options.ChangesStore && entry.StoreName != options.StoreName;
        context.Services.Stores(changes ? options.StoreName : entry.StoreName).ProveWritable();
        if (changes)
        {
            context.Record(entry with
            {
                StoreName = options.StoreName,
                PreviousStoreName = entry.PreviousThumbprint is null ? null : entry.PreviousStoreName ?? entry.StoreName,
            });
        }
    }

    private static void ReportSelection(EnrollmentContext context, string storeName)
    {
        context.Report(new AccountSelected(context.Services.Account?.UserName ?? Environment.UserName, storeName));
        context.Report(new ServiceSelected(
            context.Definition.DisplayName, context.Definition.Enrollment.Url.Host, context.Definition.Origin));
    }

    private static EnrollmentState StateOf(JournalEntry entry, EnrollmentContext context) => entry.State switch
    {
        EnrollmentStage.Issued => new IssuedState(),
        >= EnrollmentStage.Installed => new InstalledState(),
        _ when entry.NeedsCodes && context.Task.Codes is null =>
            throw new NaccsException(ErrorId.CodesRequired, entry.Id, AuthenticationCodes.Names([1, 2, 3])) { EnrollmentId = entry.Id },
        _ when entry.Operation == EnrollmentOperation.Reenroll && context.Task.Current is null =>
            throw new NaccsException(ErrorId.CertificateNotFound, entry.PreviousThumbprint ?? entry.Id) { EnrollmentId = entry.Id },
        EnrollmentStage.Pending => new PendingState(justAnswered: false),
        _ => new SubmittedState(),
    };

    // Of two logon scripts at once, the second finds the work of the first.
    private static EnrollmentResult? FasterOne(EnrollmentContext context)
    {
        if (context.Task.Current is null)
        {
            return null;
        }

        var inventory = new CertificateInventory(
            context.Services.Stores, context.Services.Histories, context.Services.Clock);
        using InstalledCertificates installed = inventory.List(context.Task.Options.StoreName, context.Definition);
        NaccsCertificate? replaced = installed.Certificates
            .Select(certificate => certificate.Record)
            .FirstOrDefault(record => record.Thumbprint == context.Task.Current.Thumbprint && record.Status == CertificateStatus.Superseded);
        return replaced is null ? null : RenewalPolicy.Evaluate(replaced, force: false);
    }

    private static EnrollmentResult Busy(EnrollmentContext context) => new()
    {
        Status = EnrollmentStatus.Busy,
        Operation = context.Operation,
        Service = context.Definition.Name,
        Reason = Strings.Format(StringId.Busy, context.Definition.Name),
        Changed = false,
        PreviousThumbprint = context.Task.Current?.Thumbprint,
        NextAttempt = context.Services.Clock.UtcNow + RetryDelay,
    };
}
