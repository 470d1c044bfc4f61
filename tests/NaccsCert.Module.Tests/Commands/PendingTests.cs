using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The service answers a first enrollment seconds later.</summary>
public sealed class PendingTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.Approving)
{
    private const string ServiceUnnamed = "$PSDefaultParameterValues.Remove('*-Naccs*:Service')\n";
    private const string Resume = "Resume-NaccsEnrollment $id -AuthCode1 $codes.Code1 -AuthCode2 $codes.Code2 -AuthCode3 $codes.Code3 ";

    [Fact]
    public void An_enrollment_that_waits_is_listed_and_resumed_with_the_same_key()
    {
        CodeSet codes = TakeCodes();
        PSObject pending = Enroll(codes).Result();
        Assert.Equal("Pending", pending.Properties["Status"].Value.ToString());
        Assert.Equal(true, pending.Properties["Changed"].Value);
        Assert.Null(pending.Properties["Thumbprint"].Value);
        Assert.IsType<DateTimeOffset>(pending.Properties["NextAttempt"].Value);
        Assert.Empty(Invoke("Get-NaccsCertificate").Output);

        PSObject listed = Invoke("Get-NaccsEnrollment").Result();
        Assert.Equal("Pending", listed.Properties["Status"].Value);
        Assert.Equal(ServiceName, listed.Properties["Service"].Value);
        Assert.Equal("Enroll", listed.Properties["Operation"].Value.ToString());
        Assert.Equal(1, listed.Properties["Attempts"].Value);
        Assert.All(
            ["EnrollmentId", "NextAttempt"],
            property => Assert.Equal(pending.Properties[property].Value, listed.Properties[property].Value));

        SessionRun resumed = Invoke(Resume + "-Wait", ("id", listed.Properties["EnrollmentId"].Value), ("codes", codes));
        Assert.Equal("Enrolled", resumed.Text("Status"));
        Assert.Equal(codes.Terminal, resumed.Text("Terminal"));

        // The service knows the request by its key: with another one the wait would have begun anew.
        Assert.Equal(["POST simpleenroll: 401", "POST simpleenroll: 200"], Exchanges.In(resumed));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.Equal(resumed.Text("Thumbprint"), Invoke("Get-NaccsCertificate").Text("Thumbprint"));
    }

    [Theory]
    [InlineData("Get-NaccsEnrollment $id | Resume-NaccsEnrollment")]
    [InlineData("Resume-NaccsEnrollment $id")]
    public void What_was_begun_by_the_path_of_a_definition_finds_it_again_by_itself(string command)
    {
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        SessionRun resumed = Invoke(
            ServiceUnnamed + command + " -AuthCode1 $codes.Code1 -AuthCode2 $codes.Code2 -AuthCode3 $codes.Code3 -Wait",
            ("id", id),
            ("codes", codes));
        Assert.Empty(resumed.Errors);
        Assert.Equal(("Enrolled", codes.Terminal), (resumed.Text("Status"), resumed.Text("Terminal")));
    }

    [Fact]
    public void A_definition_that_is_named_decides_and_leads_to_no_other_service()
    {
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        foreach ((string name, string error) in (ReadOnlySpan<(string, string)>)[("naccs", "EnrollmentNotFound"), ("nowhere", "ServiceDefinitionNotFound")])
        {
            SessionRun run = Invoke(ServiceUnnamed + Resume + "-Service " + name, ("id", id), ("codes", codes));
            Assert.Equal([error], run.ErrorIds);
            Assert.Empty(Exchanges.In(run));
        }

        Assert.Equal(id, Invoke("Get-NaccsEnrollment").Text("EnrollmentId"));
    }

    [Fact]
    public void A_definition_that_is_gone_is_named_and_the_next_enrollment_is_resumed_all_the_same()
    {
        CodeSet codes = TakeCodes();
        string elsewhere = Scratch.Member("elsewhere.json");
        File.Copy(Service, elsewhere);
        string lost = Enroll(TakeCodes(), "-Service '" + elsewhere + "'").Text("EnrollmentId");
        string id = Enroll(codes).Text("EnrollmentId");
        File.Delete(elsewhere);
        SessionRun resumed = Invoke(
            ServiceUnnamed + "$lost, $id | Resume-NaccsEnrollment -AuthCode1 $codes.Code1 -AuthCode2 $codes.Code2 -AuthCode3 $codes.Code3 -Wait",
            ("lost", lost),
            ("id", id),
            ("codes", codes));
        Assert.Equal(elsewhere, resumed.Error("ServiceDefinitionNotFound", ErrorCategory.ObjectNotFound, elsewhere).TargetObject);
        Assert.Equal("Enrolled", resumed.Text("Status"));
        Assert.Empty(Invoke(ServiceUnnamed + "Get-NaccsEnrollment $lost | Remove-NaccsEnrollment -Confirm:$false", ("lost", lost)).Errors);
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public void An_enrollment_that_waits_is_resumed_into_another_store()
    {
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        Invoke(Resume + "-Wait -StoreName ..", ("id", id), ("codes", codes)).Error("StoreNameInvalid", ErrorCategory.InvalidArgument, "..");

        string other = StoreName + "b";
        SessionRun resumed = Invoke(Resume + "-Wait -StoreName $other", ("id", id), ("codes", codes), ("other", other));

        Assert.Equal("Enrolled", resumed.Text("Status"));
        Assert.Contains(resumed.Verbose, line => line.Contains(other, StringComparison.Ordinal));
        Assert.Empty(Invoke("Get-NaccsCertificate").Output);
        Assert.Equal(resumed.Text("Thumbprint"), Invoke("Get-NaccsCertificate -StoreName $other", ("other", other)).Text("Thumbprint"));
    }

    [Fact]
    public void A_request_that_waits_ends_with_the_certificate()
    {
        SessionRun run = Enroll(TakeCodes(), "-Wait -TimeoutSec 120");
        Assert.Equal("Enrolled", run.Text("Status"));
        Assert.Contains(run.Progress, record => record.SecondsRemaining > 0);
        GoesUpAndEnds(run);
        Assert.Equal(["POST simpleenroll: 202", "POST simpleenroll: 401", "POST simpleenroll: 200"], Exchanges.In(run).TakeLast(3));
    }

    [Fact]
    public void The_story_tells_when_the_service_is_asked_again_and_what_is_resumed()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        SessionRun run = Enroll(codes);
        string id = run.Text("EnrollmentId");
        Assert.Matches("which will issue the certificate later[.] It will be asked again from 20", run.Verbose[^1]);
        SessionRun resumed = Invoke(Resume + "-Wait", ("id", id), ("codes", codes));
        Assert.Equal(10, resumed.Verbose.Count);
        Assert.Equal($"Resuming the unfinished enrollment {id}.", resumed.Verbose[3]);
        Assert.Equal("No proxy is used.", resumed.Verbose[4]);
        Assert.Equal($"The request was sent to {Sandbox.Url.Host}, which issued a certificate.", resumed.Verbose[5]);
        GoesUpAndEnds(resumed);
    }

    [Fact]
    public void A_story_with_a_wait_in_it_says_once_where_it_plays()
    {
        ReadInEnglish();
        SessionRun run = Enroll(TakeCodes(), "-Wait -TimeoutSec 120");
        Assert.Equal(12, run.Verbose.Count);
        Assert.Distinct(run.Verbose);
    }

    [Fact]
    public void The_story_names_the_store_that_was_chosen_at_the_beginning()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        SessionRun resumed = Invoke(
            "$PSDefaultParameterValues.Remove('*-Naccs*:StoreName'); " + Resume + "-Wait", ("id", id), ("codes", codes));
        Assert.EndsWith($"certificate store {StoreName}.", resumed.Verbose[1], StringComparison.Ordinal);
        Assert.Equal(resumed.Text("Thumbprint"), Invoke("Get-NaccsCertificate").Text("Thumbprint"));
    }

    [Fact]
    public void Wrong_codes_are_refused_and_the_enrollment_is_kept()
    {
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        SessionRun refused = Invoke(Resume + "-Wait", ("id", id), ("codes", WrongCodes()));
        ErrorRecord error = refused.Error("CodesRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
        Assert.Equal(id, PSObject.AsPSObject(error.Exception).Properties["EnrollmentId"].Value);
        Assert.Equal("CodesRefused", Invoke("Get-NaccsEnrollment").Text("LastError"));
        Assert.Equal("Enrolled", Invoke(Resume + "-Wait", ("id", id), ("codes", codes)).Text("Status"));
    }

    [Fact]
    public void Codes_are_asked_for_as_far_as_they_are_missing()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        Session.Answer(codes.Code2, codes.Code3);
        SessionRun run = Invoke(
            "Get-NaccsEnrollment | Resume-NaccsEnrollment -AuthCode1 $codes.Code1 -Wait", ("codes", codes));
        Assert.Equal("Enrolled", run.Text("Status"));
        Assert.Equal(id, run.Text("EnrollmentId"));
        Assert.EndsWith("Authentication code 2: Authentication code 3: ", run.Shown, StringComparison.Ordinal);
    }

    private static void GoesUpAndEnds(SessionRun run)
    {
        Assert.Equal(run.Progress, run.Progress.OrderBy(record => record.PercentComplete));
        Assert.InRange(run.Progress.Count, 8, 40);
        Assert.All(run.Progress, record => Assert.False(string.IsNullOrWhiteSpace(record.StatusDescription)));
        Assert.Same(run.Progress[^1], Assert.Single(run.Progress, record => record.RecordType == ProgressRecordType.Completed));
    }
}
