using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
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
        Assert.NotEmpty(UserData.Of(id));
        SessionRun run = Invoke("Remove-NaccsEnrollment $id -Confirm:$false", ("id", id));
        Assert.Empty(run.Errors);
        Assert.Empty(UserData.Of(id));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        SessionRun anew = Enroll(codes);
        Assert.Equal("Pending", anew.Text("Status"));
        Assert.NotEqual(id, anew.Text("EnrollmentId"));
    }

    [Fact]
    public void Giving_up_asks_first()
    {
        ReadInEnglish();
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        Session.Answer("n");
        SessionRun kept = Invoke("Get-NaccsEnrollment | Remove-NaccsEnrollment");
        Assert.Contains("Discard the unfinished enrollment and its private key", kept.Shown, StringComparison.Ordinal);
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
    public void An_enrollment_that_is_not_there_is_an_error(string command)
    {
        SessionRun run = Invoke($"{command} -EnrollmentId nowhere");
        run.Error("EnrollmentNotFound", ErrorCategory.ObjectNotFound, "nowhere");
        Assert.Empty(run.Shown);
    }

    [Fact]
    public void Enrollments_can_be_picked_by_wildcard()
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
        ProcessRun run = await PowerShellProcess.RunAsync(
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

    [Fact]
    public void What_another_process_is_at_work_on_is_not_given_up()
    {
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        string[] before = UserData.Of(id);
        using (UserData.HoldLock(ServiceName))
        {
            Invoke("Remove-NaccsEnrollment $id -Confirm:$false", ("id", id)).Error("EnrollmentInUse", ErrorCategory.ResourceBusy, id);
        }

        Assert.Equal(before, UserData.Of(id));
        Assert.Empty(Invoke("Remove-NaccsEnrollment $id -Confirm:$false", ("id", id)).Errors);
        Assert.Empty(UserData.Of(id));
    }

    [Fact]
    public void An_entry_that_cannot_be_read_is_given_up_whoever_holds_the_lock()
    {
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        File.WriteAllText(Path.Combine(UserData.EntryOf(id), "entry.json"), "{");
        using IDisposable held = UserData.HoldLock(ServiceName);
        Assert.Empty(Invoke("Remove-NaccsEnrollment $id -Confirm:$false", ("id", id)).Errors);
        Invoke("Get-NaccsEnrollment $id", ("id", id)).Error("EnrollmentNotFound", ErrorCategory.ObjectNotFound, id);
    }

    [Fact]
    public void A_certificate_that_is_installed_stays_with_its_key()
    {
        using var authority = new ClientAuthority();
        Redefine(authority.Pin(Scratch.Member("root.pem")));
        string request = Scratch.Member("request.pem");
        string id = Invoke("Request-NaccsCertificate -OutFile $path -KeyAlgorithm EcdsaP256", ("path", request)).Text("EnrollmentId");
        File.WriteAllBytes(Scratch.Member("issued.p7b"), authority.IssueChainFor(File.ReadAllText(request)));
        using var crash = new CrashImage(id, "Installed", Scratch.Member("image"));
        SessionRun imported = Invoke("Import-NaccsCertificate $path", ("path", Scratch.Member("issued.p7b")));
        Assert.Empty(imported.Errors);
        crash.Restore();
        Assert.Equal("Installed", Invoke("Get-NaccsEnrollment").Text("Status"));

        Assert.Empty(Invoke("Remove-NaccsEnrollment $id -Confirm:$false", ("id", id)).Errors);
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.True(UserStores.Signs(StoreName, imported.Text("Thumbprint")));
    }
}
