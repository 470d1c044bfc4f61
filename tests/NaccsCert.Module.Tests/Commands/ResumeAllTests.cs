using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Resuming without a name takes what can be resumed, and says of the rest what it waits for.</summary>
public sealed class ResumeAllTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.Approving)
{
    [Fact]
    public void Everything_pending_is_resumed_and_what_waits_for_a_file_says_so()
    {
        ReadInEnglish();
        CodeSet[] sets = [TakeCodes(), TakeCodes()];
        string[] pending = [.. sets.Select(codes => Enroll(codes).Text("EnrollmentId"))];
        string file = WriteRequest();

        Session.Answer([.. sets.SelectMany(codes => new[] { codes.Code1, codes.Code2, codes.Code3 })]);
        SessionRun run = Invoke("Resume-NaccsEnrollment -Wait -WarningAction Continue");
        Assert.Empty(run.Errors);
        Assert.Equal(["Enrolled", "Enrolled"], run.Texts("Status"));
        Assert.Equal(pending, run.Texts("EnrollmentId"));
        Assert.Equal(
            $"Not resumed: {file}. Wait for the certificate that is issued for the request file, then run Import-NaccsCertificate.",
            Assert.Single(run.Warnings));

        PSObject left = Invoke("Get-NaccsEnrollment").Result();
        Assert.Equal((file, true), (left.Properties["EnrollmentId"].Value, left.Properties["WaitsForFile"].Value));
    }

    [Fact]
    public void What_waits_for_a_file_is_an_error_where_it_is_named()
    {
        string id = WriteRequest();
        SessionRun run = Invoke("Resume-NaccsEnrollment $id", ("id", id));
        ErrorRecord error = run.Error("EnrollmentWaitsForFile", ErrorCategory.InvalidOperation, id);
        Assert.Contains("Import-NaccsCertificate", error.Remedy(), StringComparison.Ordinal);
        Assert.Empty(run.Shown);
    }

    [Fact]
    public void An_object_that_names_no_enrollment_resumes_none()
    {
        Enroll(TakeCodes()).Result();
        SessionRun run = Invoke("[pscustomobject]@{ StoreName = $store } | Resume-NaccsEnrollment");
        Assert.NotEmpty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void The_next_step_after_a_pending_enrollment_is_to_resume_it_by_its_name()
    {
        ReadInEnglish();
        SessionRun run = Enroll(TakeCodes());
        Assert.Matches(
            $@"^Next: The certificate is issued later[.] From \d{{4}}-\d\d-\d\d \d\d:\d\d on, resume:\r?\n    Resume-NaccsEnrollment {run.Text("EnrollmentId")}$",
            $"{Assert.Single(run.Information)}");
    }

    private string WriteRequest() => Invoke(
        "Request-NaccsCertificate -OutFile $path -KeyAlgorithm EcdsaP256", ("path", Scratch.Member("request.pem"))).Text("EnrollmentId");
}
