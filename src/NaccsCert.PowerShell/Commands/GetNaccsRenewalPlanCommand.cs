using System.Collections.Generic;
using System.Management.Automation;
using NaccsCert.Guidance;
using NaccsCert.PowerShell.Guidance;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows what to do about each certificate, and when. Does not use the network and changes nothing.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsRenewalPlan", HelpUri = HelpAddress.Pages + "Get-NaccsRenewalPlan.md")]
[OutputType(typeof(RenewalPlan))]
public sealed class GetNaccsRenewalPlanCommand : GuidedCommand
{
    /// <summary>The store of the current user to look in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Plans for silent renewal, where Group Policy says nothing about it.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <inheritdoc/>
    private protected override CommandPlace Place => PlaceIn(StoreName);

    /// <inheritdoc/>
    protected override void Process()
    {
        IReadOnlyList<RenewalPlan> plans = OpenSession().Plan(StoreName, AutoRenew, Report);
        Note(new Lookup(LookupSubject.Certificates, Place, plans.Count, plans.Count));
        foreach (RenewalPlan plan in plans)
        {
            Show(plan);
        }
    }
}
