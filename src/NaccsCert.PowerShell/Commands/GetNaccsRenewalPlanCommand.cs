using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Policies;
using NaccsCert.Reminders;
using NaccsCert.Stores;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Tells what is to be done about each certificate, and when. Asks no network and changes nothing.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsRenewalPlan")]
[OutputType(typeof(RenewalPlan))]
public sealed class GetNaccsRenewalPlanCommand : NaccsCommand
{
    /// <summary>The store of the current user to look in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Plans for silent renewal, where Group Policy says nothing about it.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        IReadOnlyList<StoredCertificate> certificates = FindCertificates(StoreName, null);
        NaccsCertificate[] records = [.. certificates.Select(certificate => certificate.Record)];
        foreach (StoredCertificate certificate in certificates)
        {
            certificate.Dispose();
        }

        DateTimeOffset now = Clock.UtcNow;
        var settings = ReminderSettings.From(GroupPolicy.Current, AutoRenew);
        WriteObject(
            RenewalPlanner.Concerns(records, now).Select(record => RenewalPlanner.Plan(record, settings, now, TimeZoneInfo.Local)),
            enumerateCollection: true);
    }
}
