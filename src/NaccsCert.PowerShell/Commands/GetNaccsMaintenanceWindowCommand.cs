using System.Management.Automation;
using NaccsCert.Services;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows the current and the next maintenance windows of the service (manual 9.4). Does not use the network.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsMaintenanceWindow", HelpUri = HelpAddress.Pages + "Get-NaccsMaintenanceWindow.md")]
[OutputType(typeof(NaccsMaintenanceWindow))]
public sealed class GetNaccsMaintenanceWindowCommand : NaccsCommand
{
    /// <summary>How many windows to tell of those that have not begun.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 1200)]
    public int Next { get; set; } = 3;

    /// <inheritdoc/>
    protected override void Process() => WriteObject(
        MaintenanceSchedule.List(Definition, Services.Clock.UtcNow, Next, Services.Zone), enumerateCollection: true);
}
