using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class MaintenanceTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.Maintained)
{
    [Fact]
    public void A_request_in_maintenance_is_deferred_with_the_time_to_come_back()
    {
        ReadInEnglish();
        SessionRun run = Enroll(TakeCodes(), "-WarningAction Continue");
        Assert.Empty(run.Errors);
        Assert.Equal("Deferred", run.Text("Status"));
        Assert.NotNull(run.Result().Properties["NextAttempt"].Value);
        Assert.Contains(run.Warnings, warning => Regex.IsMatch(warning, @"clock is \d+ days (ahead|behind)\."));
        Assert.Equal(["GET cacerts: 503"], Exchanges.In(run));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public void Under_WhatIf_it_is_an_error_that_names_the_time()
    {
        ReadInEnglish();
        ErrorRecord error = Enroll(TakeCodes(), "-WhatIf").Error("ServiceInMaintenance", ErrorCategory.ResourceUnavailable, "127.0.0.1");
        Assert.Matches(@"until \d{4}-\d\d-\d\d \d\d:\d\d UTC", error.ToString());
        Assert.NotNull(PSObject.AsPSObject(error.Exception).Properties["RetryAfter"].Value);
    }

    [Fact]
    public void The_windows_are_told_in_the_zones_of_the_service_and_of_this_computer()
    {
        SessionRun run = Invoke("Get-NaccsMaintenanceWindow -Next 12 -Service naccs");
        PSObject[] coming = [.. run.Output.Where(window => Equals(window.Properties["IsCurrent"].Value, false))];
        Assert.Equal(12, coming.Length);
        Assert.All(
            Invoke("Get-NaccsMaintenanceWindow 24 -Service naccs | ForEach-Object { $_.ServiceStart.ToString('ddd HH:mm zzz', [cultureinfo]::InvariantCulture) }").OutputTexts(),
            text => Assert.Equal("Tue 22:00 +09:00", text));
        Assert.All(
            Invoke("Get-NaccsMaintenanceWindow | ForEach-Object { ($_.LocalStart -eq $_.Start) -and ($_.ServiceEnd -eq $_.End) }").OutputTexts(),
            text => Assert.Equal("True", text));
    }
}
