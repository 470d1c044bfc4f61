using System.Collections.Generic;
using System.Management.Automation;
using NaccsCert.Accounts;
using NaccsCert.Reminders;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Sums up for a management agent, in one object and one line, whether the certificates of this user need anything now.
/// Asks no network and changes nothing.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsCompliance")]
[OutputType(typeof(ComplianceResult))]
public sealed class TestNaccsComplianceCommand : NaccsCommand
{
    /// <summary>The store of the current user to look in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Makes it a finding that there is no certificate.</summary>
    [Parameter]
    public SwitchParameter RequireCertificate { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        AccountResult account = AccountGuard.Judge();
        IReadOnlyList<RenewalPlan> plans = account.CanEnroll ? Plan(StoreName, autoRenew: true) : [];
        WriteObject(Compliance.Judge(account, plans, RequireCertificate));
    }
}
