using System.Management.Automation;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows what to do about each certificate, and when. Does not use the network and changes nothing.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsRenewalPlan", HelpUri = HelpAddress.Pages + "Get-NaccsRenewalPlan.md")]
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
    protected override void Process() => WriteObject(
        OpenSession().Plan(StoreName, AutoRenew, Report), enumerateCollection: true);
}
