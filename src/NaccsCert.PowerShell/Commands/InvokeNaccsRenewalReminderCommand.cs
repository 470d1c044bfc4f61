using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Enrollment;
using NaccsCert.Logging;
using NaccsCert.Policies;
using NaccsCert.PowerShell.Text;
using NaccsCert.Renewal;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// One run of the reminder, as the scheduled task has it: looks offline whether a certificate is due, renews it silently
/// where that is wanted, or tells the user, once a day (manual 6.1). The network is used only for a renewal.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Invoke,
    "NaccsRenewalReminder",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "Invoke-NaccsRenewalReminder.md")]
[OutputType(typeof(ReminderResult), typeof(EnrollmentResult))]
public sealed class InvokeNaccsRenewalReminderCommand : SessionCommand
{
    /// <summary>Renews due certificates silently, where Group Policy says nothing about it.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>Shows no notice, for logon scripts and management agents.</summary>
    [Parameter]
    public SwitchParameter NoNotice { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        var settings = ReminderSettings.From(GroupPolicy.Current, AutoRenew);
        bool changes = ShouldProcess(Definition.Name, MessageId.ActionRemind);
        UserLog.Start();
        using ReminderRun? run = changes ? ReminderRun.TryBegin(settings, Clock, !NoNotice) : null;
        if (run is null)
        {
            WriteVerbose(CommandText.Format(MessageId.ReminderBusy));
            return;
        }

        try
        {
            LookAtAll(run);
        }
        catch (NaccsException exception)
        {
            run.Abandon(exception);
            throw;
        }

        run.End();
    }

    private void LookAtAll(ReminderRun run)
    {
        FinishInterruptedRenewals();
        IReadOnlyList<StoredCertificate> certificates = FindCertificates(StoreName, null);
        NaccsCertificate[] concerns =
            [.. RenewalPlanner.Concerns([.. certificates.Select(certificate => certificate.Record)], Clock.UtcNow)];
        foreach (StoredCertificate certificate in certificates)
        {
            using (certificate)
            {
                if (concerns.Contains(certificate.Record))
                {
                    WriteObject(Look(run, certificate));
                }
            }
        }
    }

    private ReminderResult Look(ReminderRun run, StoredCertificate certificate)
    {
        RenewalPlan plan = run.Plan(certificate.Record);
        if (run.RenewsNow(plan))
        {
            return Renew(run, plan, certificate);
        }

        (ReminderResult result, bool renew) = run.Conclude(plan);
        return renew ? Renew(run, plan, certificate) : result;
    }

    private ReminderResult Renew(ReminderRun run, RenewalPlan plan, StoredCertificate certificate)
    {
        try
        {
            return run.Conclude(plan, Run(
                () => EnrollmentSession.Reenroll(NewEnvironment(), Definition, certificate.Handle, Options()),
                CommandText.Format(MessageId.ActivityRenew)));
        }
        catch (NaccsException exception)
        {
            Report(exception);
            return run.Conclude(plan, exception);
        }
    }
}
