using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Events;
using NaccsCert.Renewal;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Sessions;

/// <summary>
/// Runs the reminder once: looks offline whether a certificate is due, renews it silently where that is wanted, or tells the user.
/// Results and errors are reported as events, and whatever fails is remembered as a failure.
/// </summary>
/// <param name="services">What the command works with.</param>
/// <param name="events">Takes results and errors.</param>
/// <param name="session">Renews.</param>
internal sealed class ReminderRunner(SessionServices services, IProgress<EnrollmentEvent> events, NaccsSession session)
{
    /// <summary>Runs.</summary>
    /// <returns>Whether it ran; false while another run is at work.</returns>
    public async Task<bool> RunAsync(ReminderRunOptions options, CancellationToken cancellationToken)
    {
        using ReminderRun? run = ReminderRun.TryBegin(
            services.Reminder,
            ReminderSettings.From(services.Policy, options.AutoRenew, FindToolThatReminds(options)),
            services.Clock.UtcNow,
            services.Zone,
            options.Notices ? services.Notifiers : []);
        if (run is null)
        {
            return false;
        }

        try
        {
            await LookAtAllAsync(run, options, cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException error)
        {
            run.Abandon(error.ErrorId);
            throw;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            run.Abandon(ErrorId.Unexpected);
            throw;
        }

        run.End();
        return true;
    }

    // The list of programs is read only where a notice may be left to one of them.
    private InstalledTool? FindToolThatReminds(ReminderRunOptions options) =>
        options.Notices && services.Policy.ReminderProvider == ReminderProvider.OfficialTool ? session.FindOfficialTool() : null;

    private async Task LookAtAllAsync(ReminderRun run, ReminderRunOptions options, CancellationToken cancellationToken)
    {
        await session.CleanUpAsync(cancellationToken).ConfigureAwait(false);
        await session.FinishInterruptedAsync(null, options.Enrollment, cancellationToken).ConfigureAwait(false);
        await PutAwayReplacedAsync(run, options, cancellationToken).ConfigureAwait(false);
        using InstalledCertificates installed = session.List(options.Enrollment.StoreName);
        foreach (NaccsException error in installed.Errors)
        {
            run.Note(error);
            events.Report(new ErrorReported(error));
        }

        foreach (StoredCertificate certificate in installed.Certificates.Where(stored => run.Concerns(stored.Record)))
        {
            events.Report(new ResultProduced(
                await LookAsync(run, certificate, options, cancellationToken).ConfigureAwait(false)));
        }
    }

    // What cannot be put away must not keep a certificate from being renewed.
    private async Task PutAwayReplacedAsync(ReminderRun run, ReminderRunOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await session.Cleanup()
                .RunAsync(options.Enrollment.StoreName, options.RemoveArchivedDays, cancellationToken).ConfigureAwait(false);
        }
        catch (NaccsException error)
        {
            run.Note(error);
            events.Report(new ErrorReported(error));
        }
    }

    private async Task<ReminderResult> LookAsync(
        ReminderRun run, StoredCertificate certificate, ReminderRunOptions options, CancellationToken cancellationToken)
    {
        RenewalPlan plan = run.Plan(certificate.Record);
        if (run.RenewsNow(plan))
        {
            return await RenewAsync(run, plan, certificate, options, cancellationToken).ConfigureAwait(false);
        }

        (ReminderResult result, bool renew) = run.Complete(plan);
        return renew ? await RenewAsync(run, plan, certificate, options, cancellationToken).ConfigureAwait(false) : result;
    }

    private ReminderResult Fail(ReminderRun run, RenewalPlan plan, NaccsException error)
    {
        events.Report(new ErrorReported(error));
        return run.Complete(plan, error);
    }

    private async Task<ReminderResult> RenewAsync(
        ReminderRun run,
        RenewalPlan plan,
        StoredCertificate certificate,
        ReminderRunOptions options,
        CancellationToken cancellationToken)
    {
        try
        {
            return run.Complete(plan, await session.RenewAsync(certificate, options.Enrollment, cancellationToken).ConfigureAwait(false));
        }
        catch (NaccsException error)
        {
            return Fail(run, plan, error);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One certificate must not keep the others from being renewed.
            return Fail(run, plan, UnexpectedErrors.From(error));
        }
    }
}
