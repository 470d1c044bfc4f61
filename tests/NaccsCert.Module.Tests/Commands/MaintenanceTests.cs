using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class MaintenanceTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.Maintained)
{
    [Theory]
    [InlineData("")]
    [InlineData("-WhatIf")]
    public void A_request_in_maintenance_names_the_time_to_come_back(string options)
    {
        SessionRun run = Enroll(TakeCodes(), options);
        ErrorRecord error = run.Error("ServiceInMaintenance", ErrorCategory.ResourceUnavailable, "127.0.0.1");
        Assert.Matches(@"until \d{4}-\d\d-\d\d \d\d:\d\d UTC", error.ToString());
        Assert.NotNull(PSObject.AsPSObject(error.Exception).Properties["RetryAfter"].Value);
        Assert.Equal(options.Length == 0 ? ["GET cacerts: 503"] : [], Exchanges.In(run));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }
}
