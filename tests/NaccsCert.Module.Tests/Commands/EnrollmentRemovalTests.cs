using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.Rehearsal;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class EnrollmentRemovalTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.Deferring)
{
    [Fact]
    public void Giving_up_destroys_key_and_entry_and_the_codes_can_begin_anew()
    {
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        Assert.NotEmpty(FilesOf(id));
        SessionRun run = Invoke("Remove-NaccsEnrollment $id -Confirm:$false", ("id", id));
        Assert.Empty(run.Errors);
        Assert.Empty(FilesOf(id));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        SessionRun anew = Enroll(codes);
        Assert.Equal("Pending", anew.Text("Status"));
        Assert.NotEqual(id, anew.Text("EnrollmentId"));
    }

    [Fact]
    public void Giving_up_asks_first()
    {
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        Session.Answer("n");
        SessionRun kept = Invoke("Get-NaccsEnrollment | Remove-NaccsEnrollment");
        Assert.Contains("Give up the unfinished enrolment and destroy its key", kept.Shown, StringComparison.Ordinal);
        Assert.Equal(id, Invoke("Get-NaccsEnrollment").Text("EnrollmentId"));
        Session.Answer("y");
        Invoke("Get-NaccsEnrollment | Remove-NaccsEnrollment");
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public void Under_WhatIf_nothing_is_given_up()
    {
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        Invoke("Remove-NaccsEnrollment $id -WhatIf", ("id", id));
        Assert.Equal(id, Invoke("Get-NaccsEnrollment").Text("EnrollmentId"));
    }

    [Theory]
    [InlineData("Get-NaccsEnrollment")]
    [InlineData("Resume-NaccsEnrollment")]
    [InlineData("Remove-NaccsEnrollment -Confirm:$false")]
    public void An_enrolment_that_is_not_there_is_an_error(string command)
    {
        SessionRun run = Invoke($"{command} -EnrollmentId nowhere");
        run.Error("EnrollmentNotFound", ErrorCategory.ObjectNotFound, "nowhere");
        Assert.Empty(run.Shown);
    }

    [Fact]
    public void Enrolments_can_be_picked_by_wildcard()
    {
        string[] ids = [Enroll(TakeCodes()).Text("EnrollmentId"), Enroll(TakeCodes()).Text("EnrollmentId")];
        Assert.Equal(ids.Order(), Invoke("Get-NaccsEnrollment *, \"$name*\"", ("name", ServiceName)).Texts("EnrollmentId").Order());
        Assert.Equal(ids[1], Invoke("Get-NaccsEnrollment \"*$end\"", ("end", ids[1][^8..])).Text("EnrollmentId"));
        Assert.Empty(Invoke("Get-NaccsEnrollment nowhere*").Errors);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_missing_codes_are_an_error()
    {
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        HostRun run = await HostProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive",
                "-Command",
                $"""
                Import-Module '{BuildPaths.StagedModule}'
                Resume-NaccsEnrollment '{id}' -Service '{Service}' -ErrorAction SilentlyContinue -ErrorVariable failure
                $failure | ForEach-Object FullyQualifiedErrorId
                $failure | ForEach-Object TargetObject
                """,
            ],
            TestContext.Current.CancellationToken);
        Assert.Empty(run.Error);
        Assert.Equal($"CodesRequired,NaccsCert.PowerShell.Commands.ResumeNaccsEnrollmentCommand\n{id}\n", run.Output);
    }

    // The journal's folder and, where keys are files, the key.
    private static string[] FilesOf(string id) => Directory.GetFileSystemEntries(
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "NaccsCert"),
        $"*{id}*",
        SearchOption.AllDirectories);
}
