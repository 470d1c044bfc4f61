using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Runs of the reminder, and its registration as far as it goes without Windows.</summary>
[Collection(ReminderFolder.Turns)]
public sealed class ReminderTests : CommandTests
{
    // Silent renewal has its moment in the three weeks after the window opens, so weeks ago and in weeks to come.
    private const string LongOpen = "P60D";
    private const string JustOpened = "P20D";

    private const string Run = "Invoke-NaccsRenewalReminder -MaximumRetryCount 0 -SkipRootCA ";

    public ReminderTests(PowerShellSession session, Sandboxes sandboxes)
        : base(session, sandboxes) => ReminderFolder.Forget();

    [Theory]
    [InlineData("Register-NaccsRenewalReminder")]
    [InlineData("Register-NaccsRenewalReminder -AutoRenew")]
    [InlineData("Unregister-NaccsRenewalReminder")]
    public void Without_a_task_scheduler_nothing_is_registered_and_certificates_stay(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has one.");
        string thumbprint = Enrolled();
        SessionRun run = Invoke(command);
        run.Error("TaskSchedulerUnavailable", ErrorCategory.NotInstalled, RuntimeInformation.OSDescription);
        Assert.Empty(run.Output);
        Assert.Equal("NotRegistered", Invoke("Get-NaccsRenewalReminder").Text("Status"));
        Assert.False(File.Exists(ReminderFolder.StatePath));
        Assert.Equal(thumbprint, Invoke("Get-NaccsCertificate").Text("Thumbprint"));
    }

    [Fact]
    public void The_reminder_is_shown_whether_or_not_the_definition_can_be_used()
    {
        SessionRun run = Invoke("Get-NaccsRenewalReminder -Service nobody");
        Assert.Empty(run.Errors);
        Assert.Equal("NotRegistered", run.Text("Status"));
    }

    [Theory]
    [InlineData("Register-NaccsRenewalReminder -WhatIf", "Register")]
    [InlineData("Unregister-NaccsRenewalReminder -WhatIf", "Remove")]
    [InlineData("Invoke-NaccsRenewalReminder -AutoRenew -WhatIf", "")]
    public void Under_WhatIf_nothing_changes(string command, string verb)
    {
        ReadInEnglish();
        Redefine(json => json["renewalWindow"] = LongOpen);
        string thumbprint = Enrolled();
        SessionRun run = Invoke(command);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Empty(Exchanges.In(run));
        Assert.Contains("What if: Performing the operation \"" + verb, run.Shown, StringComparison.Ordinal);
        Assert.False(File.Exists(ReminderFolder.StatePath));
        Assert.Equal(thumbprint, Invoke("Get-NaccsCertificate").Text("Thumbprint"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-AutoRenew", true)]
    public void The_task_can_be_had_as_XML(string options, bool autoRenew)
    {
        SessionRun run = Invoke("Register-NaccsRenewalReminder -AsTaskDefinition " + options);
        XElement task = XDocument.Parse((string)run.Result().BaseObject).Root!;
        string arguments = task.Descendants().Single(element => element.Name.LocalName == "Arguments").Value;
        Assert.Contains($"Import-Module '{BuildPaths.StagedModule}'; ", arguments, StringComparison.Ordinal);
        Assert.EndsWith(
            $"Invoke-NaccsRenewalReminder -NonInteractive -Service '{Service}'{(autoRenew ? " -AutoRenew" : string.Empty)}\"", arguments, StringComparison.Ordinal);
        Assert.Equal("LeastPrivilege", task.Descendants().Single(element => element.Name.LocalName == "RunLevel").Value);
        Assert.False(File.Exists(ReminderFolder.StatePath));
    }

    [Fact]
    public void A_due_certificate_is_renewed_silently_and_once()
    {
        Redefine(json => json["renewalWindow"] = LongOpen);
        string old = Enrolled();
        Assert.Equal("RenewalDue", Invoke("Get-NaccsRenewalPlan -AutoRenew").Text("Status"));
        SessionRun run = Invoke(Run + "-AutoRenew");
        PSObject result = run.Result();
        Assert.Equal(("Renewed", "True"), (run.Text("Status"), run.Text("Changed")));
        Assert.Equal(old, result.Properties["PreviousThumbprint"].Value);
        Assert.Equal("None", run.Text("Notice"));
        Assert.Equal(["GET cacerts: 200", "GET csrattrs: 200", "POST simplereenroll: 200"], Exchanges.In(run));
        Assert.Equal([run.Text("Thumbprint"), old], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("Thumbprint"));
        Assert.True(UserStores.Signs(StoreName, run.Text("Thumbprint")));
    }

    [Fact]
    public void Before_its_moment_silent_renewal_waits_and_asks_nothing()
    {
        Redefine(json => json["renewalWindow"] = JustOpened);
        string thumbprint = Enrolled();
        SessionRun plan = Invoke("Get-NaccsRenewalPlan -AutoRenew");
        SessionRun run = Invoke(Run + "-AutoRenew");
        Assert.Empty(run.Errors);
        Assert.Equal(("Scheduled", "False"), (run.Text("Status"), run.Text("Changed")));
        Assert.Equal(plan.Text("SilentRenewal"), run.Text("NextAttempt"));
        Assert.Empty(Exchanges.In(run));
        Assert.Equal(thumbprint, Invoke("Get-NaccsCertificate").Text("Thumbprint"));
    }

    [Fact]
    public async Task A_proxy_whose_answer_cannot_be_read_is_a_failure_that_is_remembered()
    {
        Redefine(json => json["renewalWindow"] = LongOpen);
        Enrolled();
        await using var proxy = new RawServer(null, (_, _) => (Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nno field\r\n\r\n"), true));
        SessionRun run = Invoke(Run + "-AutoRenew -Proxy $proxy", ("proxy", proxy.Address.AbsoluteUri));

        Assert.Equal(["ProxyResponseUnreadable"], run.ErrorIds);
        Assert.Equal("Failed", run.Text("Status"));
        Assert.Equal("ProxyResponseUnreadable", Invoke("Get-NaccsRenewalReminder").Text("LastError"));
    }

    [Theory]
    [InlineData("", "Unavailable")]
    [InlineData("-NoNotice", "None")]
    public void Without_silent_renewal_the_user_is_told_and_nothing_renewed(string options, string notice)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There a notice would be shown.");
        string thumbprint = Enrolled();
        SessionRun run = Invoke(Run + options);
        Assert.Empty(run.Errors);
        Assert.Equal(("RenewalDue", notice), (run.Text("Status"), run.Text("Notice")));
        Assert.Equal(thumbprint, run.Text("Thumbprint"));
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void A_failure_is_an_error_too_and_backs_off_before_the_next_attempt()
    {
        int closed = Ports.Closed();
        Redefine(json => json["renewalWindow"] = LongOpen);
        Enrolled();
        Redefine(json =>
        {
            json["renewalWindow"] = LongOpen;
            DefinitionFile.AtPort(closed)(json);
        });

        DateTimeOffset before = DateTimeOffset.UtcNow;
        SessionRun failed = Invoke(Run + "-AutoRenew -NoNotice");
        failed.Error("ConnectionFailed", ErrorCategory.ConnectionError, "127.0.0.1");
        Assert.Equal(("Failed", "ConnectionFailed"), (failed.Text("Status"), failed.Text("Error")));
        var next = (DateTimeOffset)Assert.Single(failed.Values("NextAttempt"))!;
        Assert.InRange(next, before.AddHours(1), DateTimeOffset.UtcNow.AddHours(1));

        SessionRun waiting = Invoke(Run + "-AutoRenew -NoNotice");
        Assert.Empty(waiting.Errors);
        Assert.Equal("Waiting", waiting.Text("Status"));
        Assert.Equal(next, Assert.Single(waiting.Values("NextAttempt")));

        SessionRun reminder = Invoke("Get-NaccsRenewalReminder");
        Assert.Equal(("1", "ConnectionFailed", string.Empty), (reminder.Text("Failures"), reminder.Text("LastError"), reminder.Text("LastSuccess")));
    }

    [Fact]
    public void Its_runs_are_shown_registered_or_not()
    {
        PSObject before = Invoke("Get-NaccsRenewalReminder").Result();
        Assert.Equal("NotRegistered", before.Properties["Status"].Value.ToString());
        Assert.All(["LastRun", "LastSuccess", "Registered", "LastError"], name => Assert.Null(before.Properties[name].Value));
        Assert.Equal((28, 21), ((int)before.Properties["ReminderDays"].Value, (int)before.Properties["RenewalSpreadDays"].Value));

        DateTimeOffset start = DateTimeOffset.UtcNow;
        Assert.Empty(Invoke(Run).Errors);
        PSObject after = Invoke("Get-NaccsRenewalReminder").Result();
        Assert.InRange((DateTimeOffset)after.Properties["LastRun"].Value, start, DateTimeOffset.UtcNow);
        Assert.Equal(after.Properties["LastRun"].Value, after.Properties["LastSuccess"].Value);
        Assert.Equal(0, after.Properties["Failures"].Value);
    }

    [Fact]
    public void A_store_that_cannot_be_is_an_error_and_a_failed_run()
    {
        SessionRun run = Invoke("Invoke-NaccsRenewalReminder -StoreName 'x/../y/z'");
        Assert.Equal(["StoreNameInvalid"], run.ErrorIds);
        SessionRun reminder = Invoke("Get-NaccsRenewalReminder");
        Assert.Equal(("1", "StoreNameInvalid"), (reminder.Text("Failures"), reminder.Text("LastError")));
        Assert.NotEmpty(reminder.Text("LastRun"));
    }

    [Fact]
    public void While_another_run_is_at_work_nothing_is_done()
    {
        Enrolled();
        Directory.CreateDirectory(Path.GetDirectoryName(ReminderFolder.StatePath)!);
        string path = Path.Combine(Path.GetDirectoryName(ReminderFolder.StatePath)!, "lock");
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            SessionRun run = Invoke(Run);
            Assert.Empty(run.Output);
            Assert.Empty(run.Errors);
        }

        Assert.NotEmpty(Invoke(Run + "-NoNotice").Output);
    }

    [Theory]
    [InlineData("Issued")]
    [InlineData("Installed")]
    public void An_interrupted_renewal_is_finished(string state)
    {
        string old = Enrolled();
        using var crash = new CrashImage(ServiceName + "-", state, Scratch.Member("image"));
        string renewed = Invoke("Update-NaccsCertificate $t -SkipRootCA", ("t", old)).Text("Thumbprint");
        crash.Restore();
        Assert.Equal(state, Invoke("Get-NaccsEnrollment").Text("Status"));

        SessionRun run = Invoke(Run + "-NoNotice");
        Assert.Empty(run.Errors);
        Assert.Contains(renewed, run.Texts("Thumbprint"));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.True(UserStores.Signs(StoreName, renewed));
    }

    [Fact]
    public void A_damaged_memory_is_told_in_the_log()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ReminderFolder.StatePath)!);
        File.WriteAllText(ReminderFolder.StatePath, "{ \"damaged by\": \"a test\"");
        Assert.Empty(Invoke(Run).Errors);
        Assert.Contains("ReminderStateUnreadable", LogFiles.Lines(LogFiles.Folder).Texts("event"));
    }
}
