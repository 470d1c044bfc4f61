using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What is to be done and when, for certificates that last as long as NACCS's own.</summary>
[Collection(ReminderFolder.Turns)]
public sealed class RenewalPlanTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.LongLived)
{
    [Fact]
    public void Years_ahead_the_plan_says_when_the_user_can_renew()
    {
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Get-NaccsRenewalPlan");
        PSObject plan = run.Result();
        Assert.Equal(("NotDue", "Valid"), (run.Text("Status"), run.Text("CertificateStatus")));
        Assert.Equal(thumbprint, plan.Properties["Thumbprint"].Value);
        Assert.Equal(((DateTimeOffset)plan.Properties["NotAfter"].Value).AddDays(-28), plan.Properties["RenewalOpens"].Value);
        Assert.Equal(plan.Properties["RenewalOpens"].Value, plan.Properties["NextAttempt"].Value);
        Assert.Null(plan.Properties["SilentRenewal"].Value);
        Assert.Equal(ServiceName, plan.Properties["Service"].Value);
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void Years_ahead_silent_renewal_has_its_moment_and_keeps_it()
    {
        Enrolled();
        PSObject plan = Invoke("Get-NaccsRenewalPlan -AutoRenew").Result();
        var moment = (DateTimeOffset)plan.Properties["SilentRenewal"].Value;
        Assert.InRange(
            moment, (DateTimeOffset)plan.Properties["RenewalOpens"].Value, ((DateTimeOffset)plan.Properties["NotAfter"].Value).AddDays(-7));
        Assert.Equal(moment, plan.Properties["NextAttempt"].Value);
        Assert.Equal(moment, Invoke("Get-NaccsRenewalPlan -AutoRenew").Result().Properties["SilentRenewal"].Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AutoRenew")]
    public void Years_ahead_the_reminder_does_nothing(string options)
    {
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Invoke-NaccsRenewalReminder " + options);
        Assert.Empty(run.Errors);
        Assert.Equal(("NotDue", "None", "False"), (run.Text("Status"), run.Text("Notice"), run.Text("Changed")));
        Assert.Equal(thumbprint, run.Text("Thumbprint"));
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void What_cannot_be_renewed_is_planned_for_a_re_issue()
    {
        string expired = Seed.Expired(StoreName, "1EXPIRED");
        string keyless = Seed.WithoutKey(StoreName, "1KEYLESS");
        SessionRun run = Invoke("Get-NaccsRenewalPlan");
        Assert.Equal(new[] { expired, keyless }.Order(), run.Texts("Thumbprint").Order());
        Assert.Equal(["ReissueRequired", "ReissueRequired"], run.Texts("Status"));
        Assert.All(run.Values("NextAttempt"), Assert.Null);
    }

    [Fact]
    public void Of_no_certificate_there_is_no_plan()
    {
        SessionRun run = Invoke("Get-NaccsRenewalPlan");
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
    }
}
